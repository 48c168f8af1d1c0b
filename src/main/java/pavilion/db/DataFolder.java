package pavilion.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The folder of a server's data: nobody else on the machine can read it, and one process at a time holds it. */
public final class DataFolder implements AutoCloseable {
    private static final int SECRET_BYTES = 18;
    private static final String DISCARDED = "discarded-";

    private final Path path;
    private final FileLock lock;

    private DataFolder(Path path, FileLock lock) {
        this.path = path;
        this.lock = lock;
    }

    /** The folder cannot be made, belongs to somebody else, cannot be written, or its disk is full. The message names it. */
    public static final class Unusable extends RuntimeException {
        Unusable(Path folder, IOException cause) {
            super(folder.toString(), cause);
        }
    }

    /** There is a database, but the file with its password is missing, or holds another. The message names the file. */
    public static final class PasswordLost extends RuntimeException {
        PasswordLost(Path file) {
            super(file.toString());
        }
    }

    /**
     * Makes the folder if there is none, and takes it from everybody but the owner of this process.
     *
     * @throws Unusable if that fails
     */
    public static Path makePrivate(Path folder) {
        try {
            Files.createDirectories(folder);
            if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
            return folder;
        } catch (IOException e) {
            throw new Unusable(folder, e);
        }
    }

    /**
     * @throws FolderInUse if another process holds it
     * @throws Unusable if it cannot be written
     */
    static DataFolder hold(Path folder) {
        makePrivate(folder);
        try {
            FileChannel channel =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            return new DataFolder(folder, lock(channel).orElseThrow(() -> new FolderInUse(folder)));
        } catch (IOException e) {
            throw new Unusable(folder, e);
        }
    }

    /** Empty, and the channel closed, if another process or another part of this one holds it. */
    private static Optional<FileLock> lock(FileChannel channel) throws IOException {
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException held) {
            // by this very process
        }
        if (lock == null) {
            channel.close();
        }
        return Optional.ofNullable(lock);
    }

    Path file(String name) {
        return path.resolve(name);
    }

    /** What a file holds that only the owner can read: made by chance where there is none. */
    String secret(String name) throws IOException {
        Path file = file(name);
        if (!Files.exists(file) || Files.size(file) == 0) {
            byte[] bytes = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(bytes);
            Files.writeString(file, HexFormat.of().formatHex(bytes));
            if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
        }
        return Files.readString(file).strip();
    }

    /** A name that nobody has used, below which {@link #deleteDiscarded} deletes everything. */
    Path discarded() {
        return path.resolve(DISCARDED + UUID.randomUUID());
    }

    /** Takes a folder out of the way at once, also while a program still writes into it. */
    void discard(String name) throws IOException {
        if (Files.exists(file(name))) {
            Files.move(file(name), discarded(), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** What cannot be deleted yet is deleted at the next start. */
    void deleteDiscarded() throws IOException {
        List<Path> all;
        try (Stream<Path> inside = Files.list(path)) {
            all = inside.filter(each -> each.getFileName().toString().startsWith(DISCARDED))
                    .toList();
        }
        for (Path each : all) {
            try {
                delete(each);
            } catch (IOException | UncheckedIOException stillWritten) {
                // A program of a killed server is not through with it; the next start deletes it.
                continue;
            }
        }
    }

    /** Deletes a folder and everything in it; nothing happens where there is none. */
    public static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            List<Path> all;
            try (Stream<Path> inside = Files.walk(folder)) {
                all = inside.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path each : all) {
                Files.deleteIfExists(each);
            }
        }
    }

    @Override
    public void close() throws IOException {
        lock.channel().close();
    }
}
