package pavilion.text;

import java.time.ZoneId;

/** The time zone of the community: the law's days begin and end in it, and every page shows times in it. */
public final class CommunityTime {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private CommunityTime() {}
}
