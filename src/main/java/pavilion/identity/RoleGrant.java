package pavilion.identity;

/** A role somebody holds today at a place and everything below it; {@code path} is '/1000/1007/': the place's ancestors and itself. */
public record RoleGrant(Role role, int community, long place, String path) {

    public boolean covers(int where, String placePath) {
        return community == where && placePath.startsWith(path);
    }
}
