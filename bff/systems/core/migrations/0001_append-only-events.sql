-- What happened stays as it was written, whoever asks. TRUNCATE is left to the owner of the schema: a half-made demonstration is emptied with it.
create function core.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'core.% is append-only', tg_table_name using errcode = 'restrict_violation';
end
$$;
--> statement-breakpoint
create trigger claim_events_append_only before update or delete on core.claim_events
  for each row execute function core.refuse_change();
