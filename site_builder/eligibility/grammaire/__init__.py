"""French sentences from a question and the answer that is expected of it.

``enonciation`` turns a question into a statement: ``clauses`` undoes inversion, ``negation``
denies, ``patrons`` reads open questions and the other modules fill them (``mesures``,
``moments``, ``choix``, ``territoires``). A form is turned only where it surely holds: in doubt,
``neutre`` quotes the question.
"""
