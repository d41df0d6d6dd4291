CREATE SCHEMA "sample";
--> statement-breakpoint
CREATE TABLE "sample"."notes" (
	"id" text PRIMARY KEY NOT NULL,
	"day" date,
	"amount_fen" bigint NOT NULL DEFAULT 0,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
