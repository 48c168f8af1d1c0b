package pavilion.matter;

/**
 * Which matters a person may see in a list.
 *
 * @param paths of the places where they live or hold a role
 * @param hidden ids of templates they are not shown (owners' matters, to a tenant)
 */
record MatterScope(String[] paths, String[] hidden) {}
