"""Stories in Word files (.docx): opened with care, read as they stand once changes are accepted, and mended."""
