/** The founding scenario, October 2019 in Almaty, as a monitor records it from a newspaper report; public facts, retold. */
const newspaper = "Асхат Жексебаев, газетке айтқан сөзінде";
const defenders = "Құқық қорғаушылар";
const reports = "Бұған дейін жарияланған хабарлар";

const ministry = "Қазақстан Республикасының Ішкі істер министрлігі";
const police = "Алматы қаласының полициясы";
const court = "Алматы қаласының мамандандырылған ауданаралық әкімшілік соты";
const movement = "«Қазақстанның демократиялық таңдауы»";

export const foundingScenario = {
  sources: [
    {
      key: "report",
      kind: "article",
      title: "Он күнге қамалған белсенді босап шықты (мазмұндама)",
      language: "kk",
      published: "2019-10-31",
      text: [
        "Асхат Жексебаев 31 қазанда сағат 16.00 шамасында қамау орнынан шықты; оны он шақты белсенді қарсы алды.",
        "Ноян мен Айдос бірер күн бұрын босаған. Тағы бес жігіт дүйсенбі, 4 қарашада бостандыққа шығуы тиіс.",
        "Бес жігітті полиция 26 қазандағы митинг қарсаңында бір үйге жиналған жерінен әкеткен.",
        "Қозғалыс 26 қазанға митинг жариялаған; оның қарсаңында бірнеше қалада белсенділер ұсталып, бұрынғы митингтер үшін жазаланған.",
        "26 қазанда полиция Алматы, Нұр-Сұлтан, Ақтөбе және Шымкентте ондаған адамды ұстады.",
        "Ішкі істер министрлігі Алматы мен Нұр-Сұлтанда 26 адам ұсталғанын хабарлады; құқық қорғаушылар ұсталғандар әлдеқайда көп дейді.",
        "Құқық қорғаушылар олардың кейбірі соққыға жығылғанын айтты. Полиция түсініктеме бермеді.",
        "26 қазанда полиция төрт қалада ондаған адамды ұстап, қарапайым азаматтарға күш қолданды.",
      ].join("\n"),
    },
  ],
  people: [
    {
      key: "zheksebayev",
      names: [
        { text: "Асхат Жексебаев", kind: "legal" },
        { text: "Askhat Zheksebayev", kind: "transliteration" },
        { text: "Asqat Jeksebaev", kind: "transliteration" },
      ],
      sex: "male",
      occupation: "белсенді",
    },
    { key: "noyan", identification: "partly_identified", names: [{ text: "Ноян", kind: "given_only" }], sex: "male" },
    { key: "aidos", identification: "partly_identified", names: [{ text: "Айдос", kind: "given_only" }], sex: "male" },
  ],
  institutions: [
    { kind: "agency", name: ministry, nameKk: ministry, nameRu: "Министерство внутренних дел Республики Казахстан", nameEn: "Ministry of Internal Affairs of Kazakhstan", spellings: [{ text: "ІІМ" }, { text: "МВД" }] },
    { kind: "police", name: police, nameKk: police, nameRu: "Полиция города Алматы", nameEn: "Almaty city police", place: "ALA", parent: ministry },
    { kind: "court", name: court, nameKk: court, nameRu: "Специализированный межрайонный административный суд города Алматы", nameEn: "Specialised Inter-district Administrative Court of Almaty", place: "ALA" },
    {
      kind: "movement",
      name: movement,
      nameKk: movement,
      nameRu: "«Демократический выбор Казахстана»",
      nameEn: "Democratic Choice of Kazakhstan",
      spellings: [{ text: "ҚДТ" }, { text: "ДВК" }],
      status: "banned",
      legalStatus: "Сот шешімімен тыйым салынған",
    },
  ],
  events: [
    { key: "pickets", kind: "single_picket", title: "Республика алаңындағы жеке пикеттер", start: "2019-10-04", end: "2019-10-18/2019-10-22", places: ["ALA"], spot: "Республика алаңы", demands: "Саяси тұтқындарды босату", participants: ["zheksebayev"] },
    { key: "arbat", kind: "action", title: "Арбаттағы саяси тұтқындарды қолдау акциясы", start: "2019-10-16", places: ["ALA"], spot: "Арбат", demands: "Саяси тұтқындарды босату", participants: ["zheksebayev", "noyan", "aidos"] },
    { key: "earlier", kind: "rally", title: "Бұрынғы митингтер", start: "../2019-10-25", places: ["ALA"], note: "Хабарда нақты қай митинг екені айтылмаған." },
    {
      key: "rally",
      kind: "rally",
      title: "26 қазандағы митинг",
      start: "2019-10-26",
      places: ["ALA", "AST", "AKB", "SHY"],
      organisers: [{ name: movement, kind: "movement" }],
      demands: "Саяси тұтқындарды босату\n«Қытай экспансиясына» жол бермеу",
      sources: ["report"],
    },
  ],
  cases: [
    { key: "zheksebayev", person: "zheksebayev", place: "ALA", detentionKind: "administrative_arrest", event: "arbat", eventLink: "penalised_for", rights: ["iccpr_9", "iccpr_19", "iccpr_21"], moments: [{ kind: "released", when: "2019-10-31T16:00~", releaseKind: "term_served", note: "Оны он шақты белсенді қарсы алды" }] },
    { key: "noyan", person: "noyan", place: "ALA", detentionKind: "administrative_arrest", event: "arbat", eventLink: "penalised_for", moments: [{ kind: "released", when: "2019-10-29/2019-10-30" }] },
    { key: "aidos", person: "aidos", place: "ALA", detentionKind: "administrative_arrest", event: "arbat", eventLink: "penalised_for", moments: [{ kind: "released", when: "2019-10-29/2019-10-30" }] },
    {
      key: "five",
      count: 5,
      sex: "male",
      seized: "2019-10-25",
      place: "ALA",
      agency: police,
      events: [{ event: "rally", link: "on_the_eve_of" }, { event: "earlier", link: "penalised_for" }],
      rights: ["iccpr_9", "iccpr_19", "iccpr_21"],
      stated: [{ when: "2019-11-04", attributedTo: newspaper, source: "report" }],
    },
  ],
  orders: [
    {
      cases: ["zheksebayev", "noyan", "aidos"],
      kind: "administrative_arrest",
      court,
      date: "2019-10-22",
      term: "P10D",
      ownTerms: [{ case: "noyan", term: "unknown" }, { case: "aidos", term: "unknown" }],
      note: "Хабарда жазаланған қалған екі адамның аты аталмаған; Ноян мен Айдос екені расталмаған.",
    },
  ],
  allegations: [
    {
      cases: ["five"],
      acts: ["unlawful_apprehension"],
      when: "2019-10-25",
      place: "ALA",
      whereText: "бас қосқан үй",
      attributedTo: reports,
      source: "report",
      perpetrators: [{ agency: police, involvement: "direct" }],
      response: "no_comment",
    },
    { cases: ["five"], acts: ["beating"], victimScope: "some_of_these", attributedTo: defenders, source: "report", agency: police, response: "no_comment" },
    { event: "rally", acts: ["excessive_force"], when: "2019-10-26", victimGroup: "қарапайым азаматтар", attributedTo: reports, source: "report", perpetrators: [{ agency: "Полиция", involvement: "direct" }] },
  ],
  counts: [
    { key: "ministry", event: "rally", attributedTo: "Ішкі істер министрлігі", institution: ministry, category: "detained", bound: "exact", figure: 26, places: ["ALA", "AST"], source: "report" },
    { event: "rally", attributedTo: defenders, category: "detained", bound: "far_more", comparedTo: "ministry", source: "report", note: "Олардың айтуынша, билік нақты сан келтірмейді." },
    { event: "rally", attributedTo: "Газет хабары", category: "detained", bound: "tens", places: ["ALA", "AST", "AKB", "SHY"], asOf: "2019-10-26", source: "report" },
  ],
  citations: [
    { cases: ["zheksebayev"], field: "release", quote: "31 қазанда сағат 16.00 шамасында қамау орнынан шықты", valueKind: "when", value: "2019-10-31T16:00~", source: "report" },
    { cases: ["noyan", "aidos"], field: "release", quote: "бірер күн бұрын босаған", valueKind: "when", value: "2019-10-29/2019-10-30", source: "report" },
    { cases: ["five"], field: "stated_release", quote: "Тағы бес жігіт дүйсенбі, 4 қарашада бостандыққа шығуы тиіс.", valueKind: "when", value: "2019-11-04", saidBy: "Асхат Жексебаев", source: "report" },
    { cases: ["five"], field: "custody", quote: "26 қазандағы митинг қарсаңында бір үйге жиналған жерінен", valueKind: "when", value: "2019-10-25", saidBy: "", source: "report" },
    { cases: ["five"], field: "abuse", quote: "Полиция түсініктеме бермеді.", source: "report" },
  ],
};
