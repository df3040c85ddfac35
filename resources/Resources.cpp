// Carries the compiled resources; each program links this object library.
