package pavilion.proposal;

import java.util.List;
import pavilion.db.Database;
import pavilion.matter.MatterAccess;
import pavilion.web.Access;
import pavilion.web.HttpError;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/** Photos, for whoever may read the matter. The headers keep a browser from taking them for anything but pictures. */
final class PhotoPages {
    private final Database db;
    private final MatterAccess access;

    PhotoPages(Database db, MatterAccess access) {
        this.db = db;
        this.access = access;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/c/:c/photos/:photo", Access.SIGNED_IN, request -> show(request, false)),
                Route.get("/c/:c/photos/:photo/thumb", Access.SIGNED_IN, request -> show(request, true)));
    }

    private Response show(Request request, boolean thumb) {
        var tx = db.plain();
        var shot = PhotoStore.find(tx, request.community().id(), request.id("photo"), thumb)
                .orElseThrow(HttpError::notFound);
        access.read(request, tx, shot.matter());
        return Response.bytes("image/jpeg", shot.bytes())
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "private, max-age=3600");
    }
}
