-- AlterTable
ALTER TABLE "documents" ADD COLUMN     "erased_at" TIMESTAMPTZ(3);

-- A document once imported stays what it was, or is erased as a whole: what it was, its SHA-256 and when it came stay.
ALTER TABLE "documents" ADD CONSTRAINT "documents_erased" CHECK ((erased_at IS NULL) OR (length(bytes) = 0));
CREATE FUNCTION readiness_only_erase_document() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.erased_at IS NULL AND NEW.erased_at IS NOT NULL AND length(NEW.bytes) = 0
     AND (NEW.launch_id, NEW.id, NEW.name, NEW.sha256, NEW.imported_at, NEW.take) = (OLD.launch_id, OLD.id, OLD.name, OLD.sha256, OLD.imported_at, OLD.take)
     AND NEW.imported_by IS NOT DISTINCT FROM OLD.imported_by THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'an imported document can only be erased: % on % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
DROP TRIGGER "documents_append_only" ON "documents";
CREATE TRIGGER "documents_only_erase" BEFORE UPDATE OR DELETE ON "documents" FOR EACH ROW EXECUTE FUNCTION readiness_only_erase_document();
