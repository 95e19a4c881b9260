/** Exported functions without an actor of their own, each with the reason why that is right. */
export const withoutActor: Record<string, readonly string[]> = {
  "guards and parts of a transaction, called by services that have checked": [
    "allow", "requireCase", "requireCases", "refuseBadDate", "checkOrder", "institutionNamed", "cardFactsOf", "newPeople", "recordMomentRow",
    "refreshCaseText", "refreshEstimate", "matchOf", "takenAt", "replaceClocks", "limitsOf", "draftEstimate", "loadFacts", "activeOverrides",
    "activeOverride", "settleOverride", "endWithEntry", "standing", "editableCase", "requireEvent", "checkedEvent", "partsOf", "ledgerOf",
    "checkedCaseEvents", "replaceCaseEvents", "deriveLeadingEvent", "openSession", "endAllSessions", "admit", "countFailure", "countSuccess", "write",
    "requireAllegation", "checkPast", "checkOrderOf", "sourceFor", "bodyNamed", "logOn", "reviewerOf", "factsOf", "sharedOf", "historyOf", "requireFile",
    "requireKeptFile", "requireFileSubject", "makePreview", "recordEventIn", "recordCountIn", "recordSourceIn", "recordPlaceIn", "recordSampleImport", "recordSampleExport",
    "requireBatch", "requireDraft", "keepSettings", "checkedDraft", "requireClaim", "requireSubject", "requireClaimSource", "todayOf", "provePassword",
    "requireReport", "destinationFrom", "requestOf", "drawDraft", "wordsOf", "frameOf", "ensureFile", "subjectTeam", "subjectName", "pairedCases",
    "pairedCasesOf", "discloserOf", "disclosedCases", "outAllegationsOf", "outEventsOf", "outCountsOf", "knownRecords", "destinationOf",
    "requireRecipient", "allegationRows", "eventRows", "outPersonOf", "storedValue", "onceKnown",
    "recordedOfCase", "followRecorded",
  ],
  "pure": [
    "fatesOf", "makerOf", "exportFile", "wordsIn", "outWordsIn",
    "editableLinks", "linkTexts", "newestVersions", "activeOf", "currentVersions", "versionsText", "zoneData", "overriddenColumns", "whatIsOver",
    "offersOf", "filterOf", "changesOf", "commitment", "entryJson", "leafOf", "headOf", "newSalt", "withStatus", "normaliseLogin", "isWeakHash",
    "quoteOccurs", "samplePeople", "SeedProblem", "orderPreviewInput", "isZone", "calculatorUse", "allow", "requireCase", "requireCases", "refuseBadDate",
    "checkOrder", "institutionNamed", "newPeople", "recordMomentRow", "refreshCaseText", "refreshEstimate", "replaceClocks", "limitsOf", "someCases",
    "overHere", "draftEstimate", "loadFacts", "activeOverrides", "activeOverride", "settleOverride", "endWithEntry", "standing", "editableCase",
    "openSession", "endAllSessions", "admit", "countFailure", "countSuccess", "write", "byAct", "isAbove", "sameTime", "complaintOf", "fileItem", "paced",
    "inTurn", "settingsOf", "recordsOf", "headingsKey", "countsOf", "readableProfiles", "inTeam", "destinationOfRow", "dayOf", "fingerprintOf",
    "templateOf", "offeredKinds", "recordsOfReport", "caseRecord", "plainRecord", "periodOf", "needsReason", "placeOfQuote", "placeSent", "namesRecord",
    "isMasked", "unlessMasked", "shownSource", "shownClaim", "shownStated", "shownAllegation",
  ],
  "counters in memory": ["takeTokens", "takeTime", "forgetAllowances"],
  "before anybody is signed in": ["signIn", "findSignedIn", "findInvitation", "acceptInvitation", "isSetUp", "setupPlaces", "setupTokenWorks", "completeSetup"],
  "the process and the command line": [
    "startBackground", "sweepUploads", "verifyEvidence", "seedPlaces", "issueSetupToken", "readiness", "claimStorage", "verifyChain", "recomputeSettled",
    "seedAccess", "clerkOf", "recordFixture", "hashPassword", "passwordMatches", "decoyHash", "progressOf", "goOn", "importSettled",
  ],
  "what everybody may know: time, zone, places": [
    "now", "realNow", "clockIsFixed", "isCalculatorOpen", "localNow", "endOfToday", "todayIn", "inputContext", "findHome", "getPlaces",
  ],
};
