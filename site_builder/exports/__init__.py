"""What is made from the model for others: schemas, blank records, guides, open data, sitemap."""
