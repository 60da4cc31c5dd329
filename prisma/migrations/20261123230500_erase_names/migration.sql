-- A document's name is no part of what it was: words in it can be erased as well, with its bytes or without.
CREATE OR REPLACE FUNCTION readiness_only_erase_document() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW.name = OLD.name OR NEW.name = '[erased]')
     AND (NEW.launch_id, NEW.id, NEW.sha256, NEW.imported_at, NEW.take) = (OLD.launch_id, OLD.id, OLD.sha256, OLD.imported_at, OLD.take)
     AND NEW.imported_by IS NOT DISTINCT FROM OLD.imported_by
     AND ((NEW.bytes = OLD.bytes AND NEW.erased_at IS NOT DISTINCT FROM OLD.erased_at) OR (OLD.erased_at IS NULL AND NEW.erased_at IS NOT NULL AND length(NEW.bytes) = 0)) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'an imported document can only be erased: % on % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
