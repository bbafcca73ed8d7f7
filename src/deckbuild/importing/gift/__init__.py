"""Question banks in Moodle's GIFT format (Moodle's documentation, GIFT format; question/format/gift/format.php)."""
