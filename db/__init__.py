"""What is stored: tables, engine, migrations. Knows SQL and nothing about screens, printers or rules."""
