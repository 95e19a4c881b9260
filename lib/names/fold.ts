const letters: Record<string, string> = {
  ә: "а", ё: "е", э: "е", є: "е", ғ: "г", ґ: "г", ң: "н", ө: "о", ұ: "у", ү: "у", ў: "у", қ: "к", һ: "х", ҳ: "х",
  і: "и", ї: "и", ы: "и", й: "и", щ: "ш", ц: "тс", я: "иа", ю: "иу", ъ: "", ь: "", ҷ: "ж",
  a: "а", b: "б", c: "к", d: "д", e: "е", f: "ф", g: "г", h: "х", i: "и", j: "ж", k: "к", l: "л", m: "м", n: "н", o: "о",
  p: "п", q: "к", r: "р", s: "с", t: "т", u: "у", v: "в", w: "у", x: "кс", y: "и", z: "з",
  ý: "у", ş: "ш", š: "ш", ș: "ш", ç: "ч", č: "ч", ž: "ж", ı: "и", ŋ: "н", ə: "а", æ: "ае", ø: "о", ł: "л", đ: "д", ß: "с", ς: "σ",
};

/** Latin groups for one Cyrillic letter, the longest first. */
const latinGroups = /shch|sch|sh|zh|kh|gh|ch|yo/g;
const groups: Record<string, string> = { shch: "ш", sch: "ш", sh: "ш", zh: "ж", kh: "х", gh: "г", ch: "ч", yo: "е" };

/** In a word of mixed script these Latin letters were meant as the Cyrillic ones that they look like. */
const lookAlikes: Record<string, string> = { a: "а", b: "в", c: "с", e: "е", i: "і", k: "к", m: "м", o: "о", p: "р", t: "т", x: "х", y: "у" };

/**
 * The search key of a name: spellings of one name in Kazakh and Russian Cyrillic, Kazakh Latin (2017, 2018, 2021) and
 * the usual romanisations meet in it, in any letter case. Қайрат, Кайрат, Qairat and Kairat all give "каират".
 * The key is lower-case Cyrillic for both alphabets, so that folding a key again changes nothing; letters of other
 * scripts and digits stay. Signs, apostrophes and marks go, other punctuation separates words, double letters are one.
 * It is deliberately coarse, for finding; whether two names are one person's is for a person to say.
 */
export function foldName(text: string): string {
  const words = plain.test(text) ? text.toLowerCase().split(betweenPlain) : spelled(text).split(" ");
  let key = "";
  for (const word of words) {
    const folded = word === "" ? "" : knownWord(word);
    if (folded !== "") key += key === "" ? folded : ` ${folded}`;
  }
  return key;
}

/** Texts of these letters alone have one spelling already, and only their case is to be folded. */
const plain = /^[\dA-Za-zА-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі .,()-]*$/;
const betweenPlain = /[ .,()-]+/;

function spelled(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFKC")
    .replace(/['’‘`´"ʼʻʹʺ\u00ad\p{Cf}]/gu, "")
    .replace(/[^\p{L}\p{M}\p{Nd}]+/gu, " ");
}

/** A list of names has few words and folds each of them for every row. */
const folds = new Map<string, string>();
const MOST_WORDS = 10_000;
const LONGEST_WORD = 40;

function knownWord(word: string): string {
  const there = folds.get(word);
  if (there !== undefined) return there;
  const folded = foldWord(word);
  if (word.length > LONGEST_WORD) return folded;
  if (folds.size >= MOST_WORDS) folds.clear();
  folds.set(word, folded);
  return folded;
}

function foldWord(word: string): string {
  const cyrillic = unmixed(word)
    .replace(latinGroups, (group) => groups[group] ?? group)
    .replace(/\p{L}/gu, (letter) => letters[letter] ?? letter);
  const bare = cyrillic.normalize("NFKD").replace(/\p{M}/gu, "").replace(/\p{L}/gu, (letter) => letters[letter] ?? letter);
  return reduced(bare.normalize("NFC"));
}

function unmixed(word: string): string {
  const mixed = /\p{Script=Latin}/u.test(word) && /\p{Script=Cyrillic}/u.test(word);
  return mixed ? word.replace(/[abceikmoptxy]/g, (letter) => lookAlikes[letter] ?? letter) : word;
}

/** "-баев" and "-bayev", "Ержан" and "Yerzhan", "Ң" and "ng", "Дж" and "J", "Асель" and "Assel". */
function reduced(word: string): string {
  const shorter = word
    .replace(/(\p{L})\1+/gu, "$1")
    .replaceAll("ие", "е")
    .replaceAll("нг", "н")
    .replaceAll("дж", "ж")
    .replaceAll("тч", "ч");
  return shorter.length === word.length ? word : reduced(shorter);
}
