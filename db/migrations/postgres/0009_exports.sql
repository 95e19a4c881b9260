CREATE TABLE "exports" (
	"id" text PRIMARY KEY NOT NULL,
	"what" text NOT NULL,
	"format" text NOT NULL,
	"filter" text NOT NULL,
	"profile" text NOT NULL,
	"recipient_id" text,
	"audience" text,
	"purpose" text,
	"reason" text DEFAULT '' NOT NULL,
	"locale" text NOT NULL,
	"made_by_id" text,
	"made_at" bigint NOT NULL,
	"rows" integer,
	"complete" boolean DEFAULT false NOT NULL,
	"finished_at" bigint
);
--> statement-breakpoint
CREATE TABLE "recipients" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"audience" text NOT NULL,
	"profile" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"closed" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "exports" ADD CONSTRAINT "exports_recipient_id_recipients_id_fk" FOREIGN KEY ("recipient_id") REFERENCES "public"."recipients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exports" ADD CONSTRAINT "exports_made_by_id_users_id_fk" FOREIGN KEY ("made_by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "exports_recipient" ON "exports" USING btree ("recipient_id","made_at");--> statement-breakpoint
CREATE INDEX "exports_maker" ON "exports" USING btree ("made_by_id","made_at");