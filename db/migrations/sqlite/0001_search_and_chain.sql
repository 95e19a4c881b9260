-- Full-text search over case_texts: trigrams for three letters and more, word prefixes for one or two.
CREATE VIRTUAL TABLE `case_search` USING fts5(body, content='case_texts', content_rowid='seq', tokenize='trigram');
--> statement-breakpoint
CREATE VIRTUAL TABLE `case_prefixes` USING fts5(body, content='case_texts', content_rowid='seq', prefix='1 2', tokenize='unicode61');
--> statement-breakpoint
CREATE TRIGGER `case_texts_added` AFTER INSERT ON `case_texts` BEGIN
  INSERT INTO case_search(rowid, body) VALUES (new.seq, new.body);
  INSERT INTO case_prefixes(rowid, body) VALUES (new.seq, new.body);
END;
--> statement-breakpoint
CREATE TRIGGER `case_texts_removed` AFTER DELETE ON `case_texts` BEGIN
  INSERT INTO case_search(case_search, rowid, body) VALUES ('delete', old.seq, old.body);
  INSERT INTO case_prefixes(case_prefixes, rowid, body) VALUES ('delete', old.seq, old.body);
END;
--> statement-breakpoint
CREATE TRIGGER `case_texts_changed` AFTER UPDATE OF body ON `case_texts` WHEN old.body IS NOT new.body BEGIN
  INSERT INTO case_search(case_search, rowid, body) VALUES ('delete', old.seq, old.body);
  INSERT INTO case_prefixes(case_prefixes, rowid, body) VALUES ('delete', old.seq, old.body);
  INSERT INTO case_search(rowid, body) VALUES (new.seq, new.body);
  INSERT INTO case_prefixes(rowid, body) VALUES (new.seq, new.body);
END;
--> statement-breakpoint
CREATE TRIGGER `audit_entries_never_change` BEFORE UPDATE ON `audit_entries` BEGIN SELECT RAISE(ABORT, 'audit entries never change'); END;
--> statement-breakpoint
CREATE TRIGGER `audit_entries_never_go` BEFORE DELETE ON `audit_entries` BEGIN SELECT RAISE(ABORT, 'audit entries never go'); END;
