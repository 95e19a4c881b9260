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
    people: [{ key: "often", names: [{ text: "Сәуле Қайталанова", kind: "legal" }], sex: "female", occupation: "белсенді" }],
    consents: [
      { person: "often", purpose: "advocacy", audiences: ["partners", "un_bodies"], form: "written", given: ago(40), note: "Қол қойылған қағаз сейфте." },
      { person: "often", purpose: "publication", audiences: ["public"], givenBy: "lawyer", givenByName: "Айгүл Мысалова", form: "message", given: ago(200), withdrawn: "Отбасына қысым басталды" },
      { person: "often", purpose: "statistics", audiences: ["authorities"], form: "oral", given: ago(200), expires: ago(100) },
    ],
    events: [{ key: "sample-rally", kind: "rally", title: "Алаңдағы жиын", start: ago(3), sites: [{ place: "AST", spot: "Орталық алаң" }, { place: "AKB", spot: "Әкімдік алдында" }], organisers: [{ name: "«Үлгі» қозғалысы", kind: "movement" }], permit: "refused", demands: "Әділ сайлау", takers: ["Есіл аудандық полиция басқармасы"], stations: ["Арнайы қабылдау орны"], sources: ["hotline"] }],
    cases: [
      { key: "overdue", name: "Ерболат Сынақбаев", sex: "male", seized: ago(13, "11:30"), place: "ALA", agency: "Әуезов аудандық полиция басқармасы", heldAt: "Арнайы қабылдау орны", detentionKind: "administrative_arrest", priority: "high" },
      { key: "today", name: "Марина Тестова", sex: "female", seized: ago(10, "23:10"), place: "AST", heldAt: "Арнайы қабылдау орны", detentionKind: "administrative_arrest", event: "sample-rally", eventLink: "penalised_for" },
      { key: "window", name: "Қуаныш Үлгібаев", sex: "male", seized: ago(5), place: "SHY", detentionKind: "administrative_arrest", lawyer: "Айгүл Мысалова" },
      { key: "later", name: "Айнұр Мысалқызы", sex: "female", seized: ago(3, "18:00"), place: "AKB", detentionKind: "administrative_arrest", events: [{ event: "sample-rally", link: "at", place: "AKB" }] },
      { key: "term-unknown", name: "Тимур Примеров", sex: "male", seized: ago(2, "20:15"), place: "KGD", agency: "Қазыбек би аудандық полиция бөлімі", detentionKind: "administrative_detention" },
      { key: "lost", name: "Нұрлан Үлгілі", sex: "male", seized: ago(2), place: "ORL", detentionKind: "unknown", priority: "urgent", moments: [{ kind: "contact_lost", when: ago(1) }] },
      { key: "hospital", name: "Светлана Образцова", sex: "female", seized: ago(6, "09:40"), place: "OSK", detentionKind: "administrative_arrest", moments: [{ kind: "hospitalised", when: ago(4), institution: "Қалалық аурухана" }] },
      { key: "often-1", person: "often", seized: ago(430, "12:00"), place: "ALA", detentionKind: "administrative_arrest", moments: [{ kind: "released", when: ago(420), releaseKind: "term_served" }] },
      { key: "often-2", person: "often", seized: ago(30, "16:20"), place: "ALA", detentionKind: "administrative_arrest", moments: [{ kind: "released", when: ago(15, "16:00"), releaseKind: "term_served" }] },
      { key: "often-3", person: "often", seized: ago(13), place: "ALA", detentionKind: "administrative_arrest" },
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
      { ...arrest, cases: ["often-1"], date: ago(429), term: days(10), countFrom: "seized" },
      { ...arrest, cases: ["often-2"], date: ago(29), term: days(15), countFrom: "seized" },
      { ...arrest, cases: ["often-3"], date: ago(12), term: days(20), countFrom: "seized" },
      { kind: "remand", cases: ["remand"], court: "Ақтау қалалық соты", date: ago(18), term: "P2M" },
      { ...arrest, cases: ["differs"], date: ago(7), term: days(10), countFrom: "seized" },
      { ...arrest, cases: ["on-time"], date: ago(13), term: days(5), countFrom: "seized" },
      { ...arrest, cases: ["late"], date: ago(24), term: days(10), countFrom: "seized" },
    ],
    adjustments: [{ cases: ["hospital"], kind: "medical_release", from: ago(4), to: ago(3), authority: "Қалалық сот" }],
    allegations: [
      {
        cases: ["overdue"],
        acts: ["beating", "denial_of_counsel"],
        when: ago(12),
        attributedTo: "Қамаудағының өзі, қорғаушысы арқылы",
        perpetrators: [{ agency: "Әуезов аудандық полиция басқармасы", unit: "Тергеу бөлімі", person: "Бойы ұзын, киімінде белгі жоқ қызметкер", involvement: "direct" }],
        injuries: "Сол қолы көгерген",
        medicalAttention: "refused",
        medicalNote: "Дәрігер шақырылмаған",
        forcedStatement: "Кінәсін мойындаған түсініктемеге қол қойғызған",
        response: "denied",
        responseWhen: ago(8),
        reviews: [{ verification: "corroborated", ground: "Қорғаушысы көгерген жерін көрген" }],
        responses: [{ agency: "Қалалық прокуратура", asked: ago(5) }],
        complaints: [{ kind: "prosecutor", agency: "Қалалық прокуратура", filedBy: "Қорғаушысы", filed: ago(11), number: "Ж-417", dueDays: 10 }],
      },
      { cases: ["lost"], acts: ["incommunicado"], when: `${ago(2)}/..`, attributedTo: "Анасы", source: "hotline", response: "not_asked" },
    ],
    counts: [
      { event: "sample-rally", attributedTo: "Қала әкімдігі", category: "took_part", bound: "about", figure: 300, places: ["AST"] },
      { event: "sample-rally", attributedTo: "Полиция баспасөз қызметі", category: "detained", bound: "exact", figure: 3, places: ["AST"], asOf: ago(3) },
      { event: "sample-rally", attributedTo: "Ұйымдастырушылар", category: "detained", bound: "at_least", figure: 12, asOf: ago(2), source: "hotline" },
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
