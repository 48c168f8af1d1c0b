package pavilion.matter;

import java.util.List;
import pavilion.web.Access;
import pavilion.web.Answer;
import pavilion.web.Door;
import pavilion.web.Stop;
import pavilion.web.Visit;

/** Photos, as pictures and as nothing else: whoever may read the matter may see them. */
final class PhotoPages {
    private final MatterRoom room;

    PhotoPages(MatterRoom room) {
        this.room = room;
    }

    List<Door> doors() {
        return List.of(
                Door.get("/c/:c/photos/:photo", Access.SIGNED_IN, visit -> show(visit, false)),
                Door.get("/c/:c/photos/:photo/thumb", Access.SIGNED_IN, visit -> show(visit, true)));
    }

    private Answer show(Visit visit, boolean thumb) {
        var tx = room.db.plain();
        var shot = room.photos
                .find(tx, visit.here().id(), visit.id("photo"), thumb)
                .orElseThrow(Stop::notFound);
        room.read(visit, tx, shot.matter());
        return Answer.bytes("image/jpeg", shot.bytes())
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "private, max-age=3600");
    }
}
