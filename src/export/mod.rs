//! Markdown, CSV, TEI, JSON-LD.
