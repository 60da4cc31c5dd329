-- AlterTable
ALTER TABLE "documents" ADD COLUMN     "take" TEXT[] DEFAULT ARRAY[]::TEXT[];
