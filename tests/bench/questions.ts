/** What people type into the search, by what makes it hard. */
export const questions = {
  "Cyrillic, lower case": "мырзагер",
  "Latin, a name spelt otherwise": "Zhumashbekov",
  "two words": "сарша дәулет",
  "three letters": "бек",
  "a place that half the table has": "алматы",
  "one letter": "а",
  "two letters": "жу",
  "a name and a letter": "оспан а",
  reference: "ALA-2024-0123",
  "found nowhere": "бцвзгк",
} as const;
