/** The founding scenario, October 2019 in Almaty, as a monitor records it from a newspaper report; public facts, retold. */
const newspaper = "Асхат Жексебаев, газетке айтқан сөзінде";
const defenders = "Құқық қорғаушылар";
const reports = "Бұған дейін жарияланған хабарлар";

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
        "Құқық қорғаушылар олардың кейбірі соққыға жығылғанын айтты. Полиция түсініктеме бермеді.",
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
  events: [
    { key: "pickets", kind: "single_picket", title: "Республика алаңындағы жеке пикеттер", start: "2019-10-04", end: "2019-10-18/2019-10-22", places: ["ALA"], spot: "Республика алаңы", demands: "Саяси тұтқындарды босату", participants: ["zheksebayev"] },
    { key: "arbat", kind: "action", title: "Арбаттағы саяси тұтқындарды қолдау акциясы", start: "2019-10-16", places: ["ALA"], spot: "Арбат", demands: "Саяси тұтқындарды босату", participants: ["zheksebayev", "noyan", "aidos"] },
    { key: "rally", kind: "rally", title: "26 қазандағы митинг", start: "2019-10-26", places: ["ALA", "AST", "AKB", "SHY"], organiser: "«Қазақстанның демократиялық таңдауы» (сот шешімімен тыйым салынған)", demands: "Саяси тұтқындарды босату" },
  ],
  cases: [
    { key: "zheksebayev", person: "zheksebayev", place: "ALA", detentionKind: "administrative_arrest", event: "arbat", eventLink: "penalised_for", moments: [{ kind: "released", when: "2019-10-31T16:00~", releaseKind: "term_served", note: "Оны он шақты белсенді қарсы алды" }] },
    { key: "noyan", person: "noyan", place: "ALA", detentionKind: "administrative_arrest", event: "arbat", eventLink: "penalised_for", moments: [{ kind: "released", when: "2019-10-29/2019-10-30" }] },
    { key: "aidos", person: "aidos", place: "ALA", detentionKind: "administrative_arrest", event: "arbat", eventLink: "penalised_for", moments: [{ kind: "released", when: "2019-10-29/2019-10-30" }] },
    {
      key: "five",
      count: 5,
      sex: "male",
      seized: "2019-10-25",
      place: "ALA",
      agency: "Алматы қаласының полициясы",
      event: "rally",
      eventLink: "on_the_eve_of",
      stated: [{ when: "2019-11-04", attributedTo: newspaper, source: "report" }],
    },
  ],
  orders: [
    {
      cases: ["zheksebayev", "noyan", "aidos"],
      kind: "administrative_arrest",
      court: "Алматы қаласының мамандандырылған ауданаралық әкімшілік соты",
      date: "2019-10-22",
      term: "P10D",
      ownTerms: [{ case: "noyan", term: "unknown" }, { case: "aidos", term: "unknown" }],
      note: "Хабарда жазаланған қалған екі адамның аты аталмаған; Ноян мен Айдос екені расталмаған.",
    },
  ],
  allegations: [
    { cases: ["five"], acts: ["unlawful_apprehension"], when: "2019-10-25", attributedTo: reports, source: "report", agency: "Алматы қаласының полициясы", response: "no_comment" },
    { cases: ["five"], acts: ["beating"], victimScope: "some_of_these", attributedTo: defenders, source: "report", agency: "Алматы қаласының полициясы", response: "no_comment" },
  ],
  citations: [
    { cases: ["zheksebayev"], field: "release", quote: "31 қазанда сағат 16.00 шамасында қамау орнынан шықты", valueKind: "when", value: "2019-10-31T16:00~", source: "report" },
    { cases: ["noyan", "aidos"], field: "release", quote: "бірер күн бұрын босаған", valueKind: "when", value: "2019-10-29/2019-10-30", source: "report" },
    { cases: ["five"], field: "stated_release", quote: "Тағы бес жігіт дүйсенбі, 4 қарашада бостандыққа шығуы тиіс.", valueKind: "when", value: "2019-11-04", saidBy: "Асхат Жексебаев", source: "report" },
    { cases: ["five"], field: "custody", quote: "26 қазандағы митинг қарсаңында бір үйге жиналған жерінен", valueKind: "when", value: "2019-10-25", saidBy: "", source: "report" },
    { cases: ["five"], field: "abuse", quote: "Полиция түсініктеме бермеді.", source: "report" },
  ],
};
