import { Temporal } from "temporal-polyfill";

/** Invented people in several cities, one in each state that a case can be in on `today` (YYYY-MM-DD). */
export function samplePeople(today: string) {
  const ago = (days: number, time = ""): string => `${Temporal.PlainDate.from(today).subtract({ days }).toString()}${time && `T${time}`}`;
  const arrest = { kind: "administrative_arrest", court: "Мамандандырылған әкімшілік сот" };
  const days = (amount: number) => `P${amount}D`;
  return {
    sources: [
      { key: "hotline", kind: "relative", title: "Жедел желіге түскен қоңырау", language: "kk", reliability: "mostly_reliable", confidentiality: "protected", text: "Ұлым екі күннен бері хабарсыз кетті." },
      { key: "duty", kind: "official", title: "Кезекші бөлімнің жауабы", language: "kk", published: ago(0), reliability: "doubtful", text: "Кезекші бөлім: ол кеше ғана жеткізілген." },
    ],
    events: [{ key: "sample-rally", kind: "rally", title: "Алаңдағы жиын", start: ago(3), places: ["AST", "AKB"], demands: "Әділ сайлау" }],
    cases: [
      { key: "overdue", name: "Ерболат Сынақбаев", sex: "male", seized: ago(13, "11:30"), place: "ALA", agency: "Әуезов аудандық полиция басқармасы", heldAt: "Арнайы қабылдау орны", detentionKind: "administrative_arrest", priority: "high" },
      { key: "today", name: "Марина Тестова", sex: "female", seized: ago(10, "23:10"), place: "AST", heldAt: "Арнайы қабылдау орны", detentionKind: "administrative_arrest", event: "sample-rally", eventLink: "penalised_for" },
      { key: "window", name: "Қуаныш Үлгібаев", sex: "male", seized: ago(5), place: "SHY", detentionKind: "administrative_arrest", lawyer: "Айгүл Мысалова" },
      { key: "later", name: "Айнұр Мысалқызы", sex: "female", seized: ago(3, "18:00"), place: "AKB", detentionKind: "administrative_arrest", event: "sample-rally" },
      { key: "term-unknown", name: "Тимур Примеров", sex: "male", seized: ago(2, "20:15"), place: "KGD", agency: "Қазыбек би аудандық полиция бөлімі", detentionKind: "administrative_detention" },
      { key: "lost", name: "Нұрлан Үлгілі", sex: "male", seized: ago(2), place: "ORL", detentionKind: "unknown", priority: "urgent", moments: [{ kind: "contact_lost", when: ago(1) }] },
      { key: "hospital", name: "Светлана Образцова", sex: "female", seized: ago(6, "09:40"), place: "OSK", detentionKind: "administrative_arrest", moments: [{ kind: "hospitalised", when: ago(4), institution: "Қалалық аурухана" }] },
      { key: "remand", name: "Дәурен Сынамалы", sex: "male", seized: ago(20, "07:00"), place: "AKU", detentionKind: "remand", heldAt: "Тергеу изоляторы" },
      { key: "criminal", name: "Игорь Выдуманный", sex: "male", seized: ago(1, "15:00"), place: "PVL", detentionKind: "criminal_detention" },
      { key: "unnamed", count: 3, sex: "female", seized: ago(1), place: "AST", agency: "Есіл аудандық полиция басқармасы", event: "sample-rally", stated: [{ when: ago(-2), attributedTo: "Туыстары" }] },
      { key: "differs", name: "Бекзат Жобалы", sex: "male", seized: ago(8, "12:00"), place: "ALA", detentionKind: "administrative_arrest", stated: [{ when: ago(-5), attributedTo: "Қамау орнының қызметкері" }] },
      { key: "on-time", name: "Жанар Ойлапова", sex: "female", seized: ago(14, "10:00"), place: "ALA", detentionKind: "administrative_arrest", moments: [{ kind: "released", when: ago(9, "09:45"), releaseKind: "term_served" }] },
      { key: "late", name: "Павел Несуществующев", sex: "male", seized: ago(25, "13:00"), place: "ATY", detentionKind: "administrative_arrest", moments: [{ kind: "released", when: ago(12, "20:00"), releaseKind: "term_served" }] },
      { key: "bailed", name: "Гүлсім Үлгіқызы", sex: "female", seized: ago(9), place: "SEM", detentionKind: "criminal_detention", moments: [{ kind: "released", when: ago(6), releaseKind: "without_charge" }] },
    ],
    orders: [
      { ...arrest, cases: ["overdue"], date: ago(12), term: days(10) },
      { ...arrest, cases: ["today"], date: ago(9), term: days(10), countFrom: "seized" },
      { ...arrest, cases: ["window"], date: ago(5), term: days(5) },
      { ...arrest, cases: ["later"], date: ago(2), term: days(15), countFrom: "seized" },
      { ...arrest, cases: ["hospital"], date: ago(5), term: days(15), countFrom: "seized" },
      { kind: "remand", cases: ["remand"], court: "Ақтау қалалық соты", date: ago(18), term: "P2M" },
      { ...arrest, cases: ["differs"], date: ago(7), term: days(10), countFrom: "seized" },
      { ...arrest, cases: ["on-time"], date: ago(13), term: days(5), countFrom: "seized" },
      { ...arrest, cases: ["late"], date: ago(24), term: days(10), countFrom: "seized" },
    ],
    adjustments: [{ cases: ["hospital"], kind: "medical_release", from: ago(4), to: ago(3), authority: "Қалалық сот" }],
    allegations: [
      { cases: ["overdue"], acts: ["denial_of_counsel"], attributedTo: "Қамаудағының өзі, қорғаушысы арқылы", agency: "Әуезов аудандық полиция басқармасы", response: "denied", responseWhen: ago(6) },
      { cases: ["lost"], acts: ["incommunicado"], when: `${ago(2)}/..`, attributedTo: "Анасы", source: "hotline", response: "not_asked" },
    ],
    tasks: [
      { key: "overdue", what: "Арнайы қабылдау орнына қоңырау шалып, босатылғанын анықтау", due: ago(1) },
      { key: "term-unknown", what: "Қорғаушыдан қаулының көшірмесін сұрау", due: ago(-1) },
      { key: "lost", what: "Анасына қайта хабарласу", due: null },
    ],
    citations: [
      { cases: ["lost"], field: "custody", quote: "екі күннен бері хабарсыз кетті", valueKind: "when", value: ago(2), saidBy: "Анасы", source: "hotline" },
      { cases: ["lost"], field: "custody", quote: "ол кеше ғана жеткізілген", valueKind: "when", value: ago(1), saidBy: "Кезекші бөлім", source: "duty" },
    ],
  };
}
