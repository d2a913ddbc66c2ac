"""taqarub reads Arabic-language news about how states draw closer or apart."""
