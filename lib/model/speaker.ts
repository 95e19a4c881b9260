/** Whether the words for who speaks name nobody outside their text: "he said" has to be said by name before it is on record. */
export const namesNobody = (speaker: string): boolean => /^(?:ол|олар|он|она|они|he|she|they)$/i.test(speaker.trim());
