import { teamIds } from "./asker";

const columns = `cases.id, cases.reference, people.display_name AS name, places.name_en AS place, held.name AS held_at, cases.state, cases.seized_text,
  cases.term_text, cases.expected_from, cases.expected_to`;
const joins = "JOIN people ON people.id = cases.person_id JOIN places ON places.id = cases.place_id LEFT JOIN institutions held ON held.id = cases.held_at_id";

/** The same questions as the pages ask, written by hand and as short as they can be. */
export const floorSql = {
  list: `SELECT ${columns} FROM cases ${joins} WHERE cases.outstanding = 1 AND cases.team_id = '${teamIds[0]}' ORDER BY cases.due_sort, cases.id LIMIT 50`,
  counts: `SELECT count(*) AS held, sum(due_sort <= :now) AS overdue FROM cases WHERE outstanding = 1 AND team_id = '${teamIds[0]}'`,
  search: `SELECT ${columns} FROM cases ${joins} WHERE cases.id IN (SELECT case_id FROM case_texts WHERE seq IN
    (SELECT rowid FROM case_search WHERE case_search MATCH :q ORDER BY rowid DESC LIMIT 50))`,
  case: `SELECT ${columns} FROM cases ${joins} WHERE cases.id = :id`,
  moments: "SELECT * FROM custody_moments WHERE case_id = :id",
  answer: "SELECT answer FROM release_estimates WHERE case_id = :id ORDER BY at DESC LIMIT 1",
  export: `SELECT ${columns} FROM cases ${joins}`,
};
