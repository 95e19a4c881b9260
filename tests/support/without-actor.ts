/** Exported functions without an actor of their own, each with the reason why that is right. */
export const withoutActor: Record<string, readonly string[]> = {
  "guards and parts of a transaction, called by services that have checked": [
    "allow", "requireCase", "requireCases", "refuseBadDate", "checkOrder", "institutionNamed", "cardFactsOf", "newPeople", "recordMomentRow", "refreshCaseText", "refreshEstimate",
    "replaceClocks", "limitsOf", "draftEstimate", "loadFacts", "activeOverrides", "activeOverride", "settleOverride", "endWithEntry", "standing", "editableCase",
    "requireEvent", "checkedEvent", "partsOf", "ledgerOf", "checkedCaseEvents", "replaceCaseEvents", "deriveLeadingEvent", "openSession", "endAllSessions", "admit",
    "countFailure", "countSuccess", "write", "requireAllegation", "checkPast", "checkOrderOf", "sourceFor", "bodyNamed", "logOn", "reviewerOf", "factsOf",
    "sharedOf", "historyOf", "requireFile", "requireKeptFile", "requireFileSubject", "makePreview", "recordEventIn", "recordCountIn", "recordSourceIn",
    "updateCaseIn", "updatePersonIn", "updateOrderIn", "updateMomentIn", "recordMomentIn", "editablePerson", "editableOrder", "editableMoment", "boundBy",
    "keepSheet", "recordSampleSheet", "requireSheet", "requireSheetDraft", "compareSheet", "sheetCases", "sheetWords",
    "discloserOf", "disclosedCases", "outAllegationsOf", "outEventsOf", "outCountsOf", "destinationOf", "requireRecipient",
    "recordPlaceIn", "recordSampleImport", "requireBatch", "requireDraft", "keepSettings", "thenChecked", "firstSettings", "settingsFor", "recordWhole", "recordPhase", "recordCases", "recordPeople", "recordEvents", "targetOf", "placeOf", "checkerOf", "gatherRows", "hiddenTeam", "moveTeam", "moveCases", "movePeople", "moveEvents", "removeStaged", "writeMany", "requireClaim", "requireSubject", "requireClaimSource",
    "todayOf", "provePassword", "storedValue", "onceKnown", "recordedOfCase", "followRecorded", "knownRecords",
    "recordSampleReports", "requireReport", "destinationFrom", "requestOf", "drawDraft", "wordsOf", "frameOf", "ensureFile", "subjectTeam", "subjectName", "pairedCases", "pairedCasesOf",
  ],
  "pure": [
    "editableLinks", "fatesOf", "makerOf", "exportFile", "wordsIn", "outWordsIn", "linkTexts", "newestVersions", "activeOf", "currentVersions", "versionsText", "zoneData", "overriddenColumns", "whatIsOver", "offersOf",
    "filterOf", "changesOf", "commitment", "entryJson", "leafOf", "headOf", "newSalt", "withStatus", "normaliseLogin", "isWeakHash", "quoteOccurs", "samplePeople",
    "SeedProblem", "orderPreviewInput", "isZone", "calculatorUse", "allow", "requireCase", "requireCases", "refuseBadDate", "checkOrder", "institutionNamed",
    "newPeople", "recordMomentRow", "refreshCaseText", "refreshEstimate", "replaceClocks", "limitsOf", "someCases", "overHere", "draftEstimate", "loadFacts",
    "activeOverrides", "activeOverride", "settleOverride", "endWithEntry", "standing", "editableCase", "openSession", "endAllSessions", "admit", "countFailure",
    "countSuccess", "write", "byAct", "isAbove", "sameTime", "complaintOf", "fileItem", "paced", "inTurn", "settingsOf", "headingsKey", "stagingOf", "csvRowOf", "listWords", "textSheet", "textOf", "factsOf", "firstEstimate", "clocksOf",
    "readableProfiles", "inTeam", "destinationOfRow", "dayOf", "fingerprintOf", "templateOf", "offeredKinds", "kindsAbout", "recordsOfReport", "caseRecord", "plainRecord", "periodOf", "needsReason",
    "placeOfQuote", "placeSent", "namesRecord", "isMasked", "unlessMasked", "shownSource", "shownClaim", "shownStated", "shownAllegation",
    "isInside", "keptCells", "printOf", "shownCell", "offeredCells", "readCell",
  ],
  "counters in memory": ["takeTokens", "takeTime", "forgetAllowances"],
  "before anybody is signed in": ["signIn", "findSignedIn", "findInvitation", "acceptInvitation", "isSetUp", "setupPlaces", "setupTokenWorks", "completeSetup"],
  "the process and the command line": [
    "startBackground", "makeBackup", "restoreBackup", "noteRestore", "checkedMembers",
    "sweepUploads", "verifyEvidence", "seedPlaces", "issueSetupToken", "readiness", "claimStorage", "verifyChain", "recomputeSettled", "seedAccess", "clerkOf",
    "recordFixture", "hashPassword", "passwordMatches", "decoyHash", "importSettled", "importTurn", "runImport", "kickImport",
  ],
  "what everybody may know: time, zone, places": [
    "now", "realNow", "clockIsFixed", "isCalculatorOpen", "localNow", "endOfToday", "todayIn", "inputContext", "findHome", "getPlaces",
  ],
};
