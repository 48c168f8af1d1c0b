package pavilion.account;

import static pavilion.web.Access.SIGNED_IN;

import java.util.List;
import pavilion.identity.CurrentUser;
import pavilion.roster.People;
import pavilion.web.Communities.Community;
import pavilion.web.HttpError;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/** A person's own page: what is stored about them, and signing out. */
public final class MePages {
    private final Accounts accounts;
    private final People people;
    private final Reprints reprints;

    public MePages(Accounts accounts, People people, Reprints reprints) {
        this.accounts = accounts;
        this.people = people;
        this.reprints = reprints;
    }

    public List<Route> routes() {
        return List.of(Route.get("/me", SIGNED_IN, this::home), Route.get("/c/:c/me", SIGNED_IN, this::show));
    }

    private Response home(Request request) {
        Community home = request.webContext().communities().byId(request.user().community());
        if (home == null) {
            throw HttpError.notFound();
        }
        return Response.to("/c/" + home.code() + "/me");
    }

    private Response show(Request request) {
        CurrentUser me = request.user();
        if (me.community() != request.community().id()) {
            return home(request);
        }
        AccountStore.Profile profile = accounts.profile(me).orElseThrow(HttpError::notFound);
        List<MeView.Post> posts = people.posts(me.community(), me.person()).stream()
                .filter(post -> post.to() == null)
                .map(post -> new MeView.Post(post.role(), post.placeName(), post.from()))
                .toList();
        return request.page(
                "account/me",
                new MeView(
                        me.name(),
                        profile.name(),
                        profile.code(),
                        profile.household(),
                        profile.level() >= 2,
                        profile.level() >= 2 ? null : people.checkers(me.community(), me.person()),
                        profile.checkedAt(),
                        profile.devices(),
                        posts,
                        reprints.of(me)));
    }
}
