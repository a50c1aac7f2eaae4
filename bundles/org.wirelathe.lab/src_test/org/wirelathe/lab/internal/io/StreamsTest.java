package org.wirelathe.lab.internal.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirelathe.api.app.ByteSource;
import org.wirelathe.api.time.RandomStream;

class StreamsTest {
    /** SHA-256 of nothing, and of "abc" (FIPS 180-4, the examples of NIST). */
    private static final String NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private final Workers workers = new Workers("test", sentence -> { });
    private final List<ByteSource> sources = new ArrayList<>();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        sources.forEach(ByteSource::sha256);
        workers.close();
    }

    private static byte[] all(ByteSource source, int piece) {
        byte[] bytes = new byte[(int) source.size()];
        int at = 0;
        for (int read = source.read(bytes, at, piece); read > 0; read = source.read(bytes, at,
                Math.min(piece, bytes.length - at))) {
            at += read;
        }
        assertEquals(bytes.length, at);
        return bytes;
    }

    private ByteSource file(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("in.bin"), content);
        FileInlet inlet = new FileInlet(file);
        return kept(new ReadAhead(workers, inlet, inlet.size()));
    }

    private ByteSource seeded(long bytes) {
        return kept(new ReadAhead(workers, new SeededInlet(new RandomStream(1, "alice/app/0/data/0")), bytes));
    }

    private ByteSource kept(ByteSource source) {
        sources.add(source);
        return source;
    }

    @Test
    void aFileComesThroughWhole() throws IOException {
        byte[] content = new byte[1_000_003];
        for (int i = 0; i < content.length; i++) {
            content[i] = (byte) (i ^ i >> 8);
        }
        assertArrayEquals(content, all(file(content), 777));
    }

    @Test
    void itsHashIsThatOfTheFile() throws IOException {
        ByteSource source = file("abc".getBytes());
        all(source, 2);
        assertEquals(ABC, source.sha256());
    }

    @Test
    void anEmptyFileIsAtItsEnd() throws IOException {
        ByteSource source = file(new byte[0]);
        assertEquals(-1, source.read(new byte[1], 0, 1));
        assertEquals(NOTHING, source.sha256());
    }

    @Test
    void onlyWhatWasTakenIsHashed() throws IOException {
        ByteSource source = file("abcdefgh".getBytes());
        byte[] target = new byte[3];
        assertEquals(3, source.read(target, 0, 3));
        source.close();
        assertEquals(ABC, source.sha256());
        assertEquals(-1, source.read(target, 0, 3));
    }

    @Test
    void aFileThatShrinksIsOneSentence() throws IOException {
        Path file = Files.write(folder.resolve("in.bin"), new byte[10]);
        ByteSource source = kept(new ReadAhead(workers, new FileInlet(file), 20));
        while (source.read(new byte[8], 0, 8) > 0) {
            // To the end that comes too soon.
        }
        assertEquals("cannot read " + file + ": the file became shorter while the lab was running", workers.failure());
    }

    /**
     * SplitMix64 from the state that the seed and the name give, half of each byte as a letter. Computed outside of this
     * program, by the definition of RandomStream: a seed gives the same bytes for ever.
     */
    @Test
    void aSeedGivesTheSameBytesForEver() {
        byte[] bytes = all(seeded(19), 19);
        assertEquals(GOLDEN, new String(bytes, StandardCharsets.US_ASCII));
    }

    private static final String GOLDEN = "kibdfblgifdolncnhmb";

    @Test
    void seededDataIsTheSameInAnyPieces() {
        assertArrayEquals(all(seeded(300_001), 300_001), all(seeded(300_001), 1000));
    }

    @Test
    void aSinkHashesAndSaves() throws IOException {
        Path place = folder.resolve("sub").resolve("got.bin");
        HashingSink sink = new HashingSink(workers, place);
        sink.write("xabcx".getBytes(), 1, 3);
        assertEquals(3, sink.size());
        assertFalse(Files.exists(place));
        sink.close();
        assertEquals(ABC, sink.sha256());
        assertEquals("abc", Files.readString(place));
        assertFalse(Files.exists(SavedFile.besides(place)));
        assertNull(workers.failure());
    }

    @Test
    void aSinkWithoutAFileOnlyHashes() {
        HashingSink sink = new HashingSink(workers, null);
        assertEquals(NOTHING, sink.sha256());
    }

    @Test
    void aPlaceThatCannotBeWrittenIsOneSentence() throws IOException {
        Path inTheWay = Files.writeString(folder.resolve("file"), "");
        HashingSink sink = new HashingSink(workers, inTheWay.resolve("got.bin"));
        sink.write(new byte[10], 0, 10);
        sink.sha256();
        assertTrue(workers.failure().startsWith("cannot write " + inTheWay.resolve("got.bin") + ": "),
                workers.failure());
    }
}
