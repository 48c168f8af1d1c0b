package pavilion.identity;

/**
 * A role that somebody holds today at a place and everywhere below it.
 *
 * @param community the place's; not always that of the person who holds the role
 * @param place id
 * @param path ids of the place's ancestors and of the place itself, from the top: {@code /1000/1007/}
 */
public record RoleGrant(Role role, int community, long place, String path) {

    /** @param placePath of the same form as {@link #path} */
    public boolean covers(int community, String placePath) {
        return this.community == community && placePath.startsWith(path);
    }
}
