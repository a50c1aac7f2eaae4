package org.wirelathe.lab.internal.record;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.wirelathe.lab.Series.Track;
import org.wirelathe.lab.internal.io.IoSentences.Doing;
import org.wirelathe.lab.internal.io.Outflow;
import org.wirelathe.lab.internal.io.SavedFile;
import org.wirelathe.lab.internal.io.Workers;
import org.wirelathe.wire.Bytes;

/** {@code series.csv}: every sample of every curve in long form. The run's thread hands over numbers, a helper writes. */
final class SeriesFile {
    private static final int CHUNK = 32 * 1024;
    /** In a chunk: track, time, value. */
    private static final int SAMPLE = 4 + 8 + 8;

    private final Outflow flow;

    SeriesFile(Workers workers, Path place, Curves curves) {
        flow = new Outflow(workers, new Lines(place, curves), CHUNK);
    }

    void add(int track, long time, long value) {
        flow.reserve(SAMPLE);
        byte[] buffer = flow.buffer();
        int at = flow.position();
        Bytes.i32(buffer, at, track);
        Bytes.i64(buffer, at + 4, time);
        Bytes.i64(buffer, at + 12, value);
        flow.advance(at + SAMPLE);
    }

    void close() {
        flow.close();
    }

    void awaitEnd() {
        flow.awaitEnd();
    }

    private static final class Lines implements Outflow.Outlet {
        private final Path place;
        private final Curves curves;
        private CsvWriter csv;
        private long lastTime = -1;
        private String lastTimeText;

        Lines(Path place, Curves curves) {
            this.place = place;
            this.curves = curves;
        }

        @Override
        public void take(byte[] bytes, int length) throws IOException {
            open();
            for (int at = 0; at < length; at += SAMPLE) {
                Track track = curves.track(Bytes.i32(bytes, at));
                csv.writeRecord(time(Bytes.i64(bytes, at + 4)), track.node(), track.flow(), track.name(),
                        Long.toString(Bytes.i64(bytes, at + 12)));
            }
        }

        private String time(long nanos) {
            if (nanos != lastTime) {
                lastTime = nanos;
                lastTimeText = Seconds.text(nanos);
            }
            return lastTimeText;
        }

        private void open() throws IOException {
            if (csv == null) {
                csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(
                        Files.newBufferedWriter(SavedFile.besides(place), StandardCharsets.UTF_8));
                csv.writeRecord("time", "node", "flow", "name", "value");
            }
        }

        @Override
        public void end() throws IOException {
            open();
            csv.close();
            SavedFile.settle(place);
        }

        @Override
        public void abandon() throws IOException {
            if (csv != null) {
                csv.close();
                Files.deleteIfExists(SavedFile.besides(place));
            }
        }

        @Override
        public Doing doing() {
            return new Doing("write", place);
        }
    }
}
