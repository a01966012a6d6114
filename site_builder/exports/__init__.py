"""What is made from the model for others: JSON Schemas, blank records, field reference."""
