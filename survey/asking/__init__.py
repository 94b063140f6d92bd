"""Pages of questions: how far somebody is, and how a page is drawn; for partners' links and for a preview alike."""
