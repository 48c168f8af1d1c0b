package pavilion.db;

/** What the start of an embedded server has done by then; a first start goes through all of them. */
enum StartStep {
    PROGRAM,
    PASSWORD,
    BEGUN,
    INITIALISED,
    IN_PLACE,
    RUNNING,
    ROLE,
    DATABASE,
    GRANTS,
    SET_UP
}
