import "server-only";
import { can, type Actor } from "@/lib/model/permissions";
import { getImportDetails, setImportDetails } from "./import-details";
import { recordImport } from "./import-record";
import { startImport } from "./import-start";

/** An invented list with what such lists hold: a contradiction, a city nobody knows, a figure in words, a row told twice. */
const list = `нөмірі,атауы,күні,жылы,қала,мекенжайы,түрі,ұсталғандар саны,полиция бөлімдері,сілтемелер
1,Жалғыз адамдық пикет,2019-11-02,2019,Алматы,Республика алаңы,жалғыз пикет,1,Бостандық бөлімі,https://example.org/1
2,Әкімдік алдындағы жиналыс,2018-11-04,2019,Алматы,Әкімдік алаңы,жиналыс,40-тан астам,"Бостандық бөлімі,Медеу бөлімі",https://example.org/2
3,Бейбіт шеру,2019-11-09,2019,Астана,,шеру,көп,Сарыарқа бөлімі,https://example.org/3
4,Қолдау акциясы,2019-11-10,2019,Мысал қаласы,,акция,2,,https://example.org/4
1,Жалғыз адамдық пикет,2019-11-02,2019,Алматы,Республика алаңы,жалғыз пикет,1,Бостандық бөлімі,https://example.org/1
`;

/** A small list of people, recorded, so that there is a file that can be taken back. */
const people = `аты-жөні,басқа аты,жынысы,кәсібі
Мысалов Тест,Mysalov Test,ер,журналист
Мысалова Сынақ,,әйел,мұғалім
Мысалова Сынақ,,әйел,
`;

/** A draft of an import and a recorded one, to be looked at; nothing of the draft is recorded. */
export async function recordSampleImport(actor: Actor): Promise<void> {
  if (!can(actor, "import.make")) return;
  await recordSamplePeople(actor);
  const { importId } = await startImport(actor, { name: "мысал-тізім.csv", bytes: new TextEncoder().encode(list), encoding: "auto", delimiter: "auto" });
  const { mapping, version } = await getImportDetails(actor, importId);
  const { headings: _headings, columns: _columns, ...details } = mapping;
  await setImportDetails(actor, { importId, ...details, sender: "Мысал бюросы", language: "kk" }, { version });
}

async function recordSamplePeople(actor: Actor): Promise<void> {
  const { importId } = await startImport(actor, { name: "мысал-адамдар.csv", bytes: new TextEncoder().encode(people), encoding: "auto", delimiter: "auto", kind: "people" });
  const { mapping, version } = await getImportDetails(actor, importId);
  const { headings: _headings, columns: _columns, ...details } = mapping;
  await setImportDetails(actor, { importId, ...details, sender: "Мысал бюросы" }, { version });
  await recordImport(actor, { importId }, { version: version + 1 });
}
