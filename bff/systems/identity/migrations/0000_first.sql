CREATE SCHEMA "identity";
--> statement-breakpoint
CREATE TABLE "identity"."organisation_agents" (
	"organisation_id" text NOT NULL,
	"phone_index" "bytea" NOT NULL,
	CONSTRAINT "organisation_agents_organisation_id_phone_index_pk" PRIMARY KEY("organisation_id","phone_index")
);
--> statement-breakpoint
CREATE TABLE "identity"."organisations" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"name_index" "bytea" NOT NULL,
	"credit_code" text NOT NULL,
	CONSTRAINT "organisations_credit_code_unique" UNIQUE("credit_code")
);
--> statement-breakpoint
CREATE TABLE "identity"."person_phones" (
	"person_id" text NOT NULL,
	"phone_index" "bytea" NOT NULL,
	CONSTRAINT "person_phones_phone_index_unique" UNIQUE("phone_index")
);
--> statement-breakpoint
CREATE TABLE "identity"."persons" (
	"id" text PRIMARY KEY NOT NULL,
	"name_sealed" "bytea" NOT NULL,
	"name_index" "bytea" NOT NULL,
	"id_number_sealed" "bytea" NOT NULL,
	"id_number_index" "bytea" NOT NULL,
	CONSTRAINT "persons_id_number_index_unique" UNIQUE("id_number_index")
);
--> statement-breakpoint
ALTER TABLE "identity"."organisation_agents" ADD CONSTRAINT "organisation_agents_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "identity"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."person_phones" ADD CONSTRAINT "person_phones_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "identity"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "person_phones_person" ON "identity"."person_phones" USING btree ("person_id");