-- AlterTable
ALTER TABLE "events" ADD COLUMN     "beside" JSONB;
