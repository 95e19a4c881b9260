/** What a reader of the full export must know, in each language; `made` is an instant in ISO 8601. */
export type ReadmeFacts = { made: string; by: string; organisation: string; teams: readonly string[] };

/** The members README.*.txt of a full export. */
export const everythingReadme: Record<"en" | "ru" | "kk", (facts: ReadmeFacts) => string> = {
  en: ({ made, by, organisation, teams }) => `Full export of the records of ${organisation} from Erkin
Made ${made} (UTC) by ${by}. Teams: ${teams.join("; ")}.

records/TABLE.jsonl    one record on each line, as JSON
records/TABLE.csv      the same as CSV; the first row names the columns. A cell that a spreadsheet could run as a formula
                       begins with an apostrophe that is not part of it.
erkin-1/KIND.json      the same cases, people, allegations, events and counts in the shape erkin/1, ready for other programs
evidence/ID            each original, byte for byte; its name, type and SHA-256 stand in records/files
schema/erkin-1.json    JSON Schema of erkin/1
schema/tables.json     the columns of each table
manifest.json          size and SHA-256 of every other member, and evidence that could not be read

Tables are joined by ids: caseId in one table is id in cases. createdAt, updatedAt and other numbers of thirteen digits are
milliseconds since 1970 UTC. Dates in texts are written as far as they are known (extended EDTF): 2019-10-31, 2019-10,
2019-10-29/2019-10-30, 2019-10-31T16:00~; they are read in the zone of their record. withdrawn holds the reason why a record
was taken back; such records do not count.

Left out: passwords, sessions, keys and invitations (secrets), the search index (made from the rest), the values in the
audit log that belong to other teams. The tables were read one after the other while others worked.
`,
  ru: ({ made, by, organisation, teams }) => `Полная выгрузка записей организации «${organisation}» из Erkin
Создано ${made} (UTC), кем: ${by}. Группы: ${teams.join("; ")}.

records/TABLE.jsonl    по одной записи в строке, JSON
records/TABLE.csv      то же как CSV; в первой строке названия столбцов. Ячейка, которую таблица могла бы выполнить как
                       формулу, начинается с апострофа; он не часть текста.
erkin-1/KIND.json      те же дела, люди, сообщения, события и подсчёты в виде erkin/1, готовом для других программ
evidence/ID            каждый оригинал байт в байт; имя, тип и SHA-256 — в records/files
schema/erkin-1.json    JSON Schema для erkin/1
schema/tables.json     столбцы каждой таблицы
manifest.json          размер и SHA-256 каждого другого файла и доказательства, которые не удалось прочитать

Таблицы связаны идентификаторами: caseId в одной — это id в cases. createdAt, updatedAt и другие числа из тринадцати цифр —
миллисекунды от 1970 года UTC. Даты в виде текста записаны настолько точно, насколько известны (расширенный EDTF): 2019-10-31,
2019-10, 2019-10-29/2019-10-30, 2019-10-31T16:00~; читать их нужно в часовом поясе записи. В withdrawn — причина, по которой
запись отозвана; такие записи не считаются.

Не вошли: пароли, сеансы, ключи и приглашения (секреты), поисковый указатель (строится из остального), значения в журнале,
относящиеся к другим группам. Таблицы читались одна за другой, пока остальные работали.
`,
  kk: ({ made, by, organisation, teams }) => `«${organisation}» ұйымының Erkin ішіндегі жазбалары толық күйінде
${made} (UTC) жасалды, жасаған: ${by}. Топтар: ${teams.join("; ")}.

records/TABLE.jsonl    әр жолда бір жазба, JSON түрінде
records/TABLE.csv      соның өзі CSV түрінде; бірінші жолда бағандардың аттары. Кесте формула деп орындап жіберуі мүмкін ұяшық
                       апострофпен басталады, ол мәтінге жатпайды.
erkin-1/KIND.json      сол істер, адамдар, мәлімдемелер, оқиғалар мен санақтар басқа бағдарламаларға дайын erkin/1 түрінде
evidence/ID            әр түпнұсқа байтына дейін; аты, түрі және SHA-256 мәні records/files ішінде
schema/erkin-1.json    erkin/1 үшін JSON Schema
schema/tables.json     әр кестенің бағандары
manifest.json          басқа әр файлдың көлемі мен SHA-256 мәні және оқылмаған дәлелдер

Кестелер идентификаторлармен байланысады: біріндегі caseId — cases ішіндегі id. createdAt, updatedAt және басқа он үш таңбалы
сандар — 1970 жылдан (UTC) бергі миллисекундтар. Мәтін түріндегі күндер қаншалықты белгілі болса, сонша дәл жазылған (кеңейтілген
EDTF): 2019-10-31, 2019-10, 2019-10-29/2019-10-30, 2019-10-31T16:00~; олар жазбаның сағаттық белдеуінде оқылады. withdrawn ішінде
жазбаның қайтарып алыну себебі тұрады; ондай жазбалар есепке кірмейді.

Кірмегендері: құпиясөздер, сеанстар, кілттер мен шақырулар (құпия), іздеу көрсеткіші (қалғанынан жасалады), журналдағы басқа
топтарға қатысты мәндер. Кестелер басқалар жұмыс істеп жатқанда бірінен кейін бірі оқылды.
`,
};
