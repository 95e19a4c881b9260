CREATE TABLE "case_rights" (
	"case_id" text NOT NULL,
	"article" text NOT NULL,
	CONSTRAINT "case_rights_case_id_article_pk" PRIMARY KEY("case_id","article")
);
--> statement-breakpoint
ALTER TABLE "case_rights" ADD CONSTRAINT "case_rights_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;