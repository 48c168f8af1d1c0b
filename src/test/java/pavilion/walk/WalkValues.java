package pavilion.walk;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** What the walkers have come across and may type: ids, codes, and the day that it is for the server. */
final class WalkValues {
    private static final int MOST = 200;
    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");

    private final List<String> ids = new ArrayList<>();
    private final List<String> codes = new ArrayList<>();
    private final AtomicInteger daysAhead = new AtomicInteger();

    LocalDate today() {
        return LocalDate.now(HERE).plusDays(daysAhead.get());
    }

    void daysWent(int days) {
        daysAhead.addAndGet(days);
    }

    synchronized void saw(ShownPage page, Random random) {
        for (String part : page.path().split("[/?&=]")) {
            if (part.matches("[0-9]{2,12}")) {
                keep(ids, part, random);
            }
        }
        page.document().select(".code").eachText().forEach(each -> keep(codes, each, random));
    }

    private static void keep(List<String> all, String one, Random random) {
        if (all.contains(one) || one.isBlank()) {
            return;
        }
        if (all.size() < MOST) {
            all.add(one);
        } else {
            all.set(random.nextInt(MOST), one);
        }
    }

    synchronized String id(Random random) {
        return ids.isEmpty() ? "1" : ids.get(random.nextInt(ids.size()));
    }

    synchronized String code(Random random) {
        return codes.isEmpty() ? "0000" : codes.get(random.nextInt(codes.size()));
    }
}
