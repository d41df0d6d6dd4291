CREATE SCHEMA "violations";
--> statement-breakpoint
CREATE TABLE "violations"."cars" (
	"id" text PRIMARY KEY NOT NULL,
	"plate_type" text NOT NULL,
	"plate_sealed" "bytea" NOT NULL,
	"plate_index" "bytea" NOT NULL,
	"vin_sealed" "bytea" NOT NULL,
	"vin_index" "bytea" NOT NULL,
	"engine_no_sealed" "bytea" NOT NULL,
	"engine_no_index" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "violations"."records" (
	"id" text PRIMARY KEY NOT NULL,
	"car_id" text NOT NULL,
	"occurred_at" timestamp (3) with time zone NOT NULL,
	"entered_at" timestamp (3) with time zone NOT NULL,
	"place_sealed" "bytea" NOT NULL,
	"behaviour" text NOT NULL,
	"fine_fen" bigint NOT NULL,
	"points" integer NOT NULL,
	"handled" boolean NOT NULL,
	"paid" boolean NOT NULL,
	CONSTRAINT "records_points" CHECK ("violations"."records"."points" between 0 and 12),
	CONSTRAINT "records_fine" CHECK ("violations"."records"."fine_fen" >= 0),
	CONSTRAINT "records_paid_after_handled" CHECK ("violations"."records"."handled" or not "violations"."records"."paid")
);
--> statement-breakpoint
ALTER TABLE "violations"."records" ADD CONSTRAINT "records_car_id_cars_id_fk" FOREIGN KEY ("car_id") REFERENCES "violations"."cars"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "cars_plate" ON "violations"."cars" USING btree ("plate_index");--> statement-breakpoint
CREATE INDEX "records_car" ON "violations"."records" USING btree ("car_id","occurred_at");