import { store } from "@/db/store";
import { preflight } from "./preflight";
import { prepareData } from "./prepare";

preflight();
await prepareData();
await (await store()).close();
console.log("The database is up to date.");
