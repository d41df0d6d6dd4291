CREATE TABLE "bff"."begun_reports" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"request_key" text NOT NULL,
	"begun_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE INDEX "begun_reports_request" ON "bff"."begun_reports" USING btree ("account_id","request_key");--> statement-breakpoint
CREATE INDEX "begun_reports_age" ON "bff"."begun_reports" USING btree ("begun_at");