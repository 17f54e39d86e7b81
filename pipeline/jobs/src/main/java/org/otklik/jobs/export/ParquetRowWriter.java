package org.otklik.jobs.export;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.format.Util;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/**
 * A Parquet file, compressed with zstd. The column by which a table is split stands in the path and
 * not in the file, as Hive has it.
 *
 * <p>Parquet's own writer, without Hadoop at run time: a plain configuration, a local file, and
 * zstd called directly, where Parquet would go by Hadoop's codecs.
 */
final class ParquetRowWriter implements RowWriter {
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

  private final ParquetWriter<List<@Nullable String>> parquet;

  ParquetRowWriter(Path file, Table table) throws IOException {
    Files.createDirectories(file.getParent());
    parquet =
        new Builder(new LocalOutputFile(file), table)
            .withConf(new PlainParquetConfiguration())
            .withCodecFactory(new ZstdCodec())
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
            .build();
  }

  @Override
  public void write(List<@Nullable String> cells) throws IOException {
    parquet.write(cells);
  }

  @Override
  public void close() throws IOException {
    parquet.close();
  }

  /** The number of rows that the file's footer states. */
  static long rows(Path path) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      long tail = file.length() - Integer.BYTES - MAGIC.length;
      if (tail < MAGIC.length) {
        throw new IOException("it is too short for a Parquet file");
      }
      file.seek(tail);
      byte[] end = new byte[Integer.BYTES + MAGIC.length];
      file.readFully(end);
      int length = ByteBuffer.wrap(end).order(ByteOrder.LITTLE_ENDIAN).getInt();
      if (end[Integer.BYTES] != MAGIC[0] || length < 0 || length > tail - MAGIC.length) {
        throw new IOException("it does not end as a Parquet file does");
      }
      byte[] footer = new byte[length];
      file.seek(tail - length);
      file.readFully(footer);
      return Util.readFileMetaData(new ByteArrayInputStream(footer), true).getNum_rows();
    }
  }

  private static final class Builder
      extends ParquetWriter.Builder<List<@Nullable String>, Builder> {
    private final Table table;

    Builder(OutputFile file, Table table) {
      super(file);
      this.table = table;
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Deprecated // demanded by the superclass, called only for Hadoop
    @Override
    protected WriteSupport<List<@Nullable String>> getWriteSupport(Configuration hadoop) {
      throw new UnsupportedOperationException("there is no Hadoop here");
    }

    @Override
    protected WriteSupport<List<@Nullable String>> getWriteSupport(ParquetConfiguration plain) {
      return new Rows(table);
    }
  }

  /** Tells Parquet the columns, and each row cell by cell. */
  private static final class Rows extends WriteSupport<List<@Nullable String>> {
    /** A column of the file and its place in a row. */
    private record Cell(int place, Column column) {}

    private final Table table;
    private final List<Cell> cells = new ArrayList<>();
    private RecordConsumer consumer;

    Rows(Table table) {
      this.table = table;
      for (int place = 0; place < table.columns().size(); place++) {
        Column column = table.columns().get(place);
        if (!table.byDate() || !column.name().equals(Table.DATE)) {
          cells.add(new Cell(place, column));
        }
      }
    }

    @Deprecated // demanded by the superclass, called only for Hadoop
    @Override
    public WriteContext init(Configuration hadoop) {
      throw new UnsupportedOperationException("there is no Hadoop here");
    }

    @Override
    public WriteContext init(ParquetConfiguration plain) {
      List<Type> fields = cells.stream().map(cell -> field(cell.column())).toList();
      return new WriteContext(new MessageType(table.name(), fields), Map.of());
    }

    private static Type field(Column column) {
      Types.PrimitiveBuilder<PrimitiveType> type =
          switch (column.type()) {
            case TEXT ->
                Types.optional(PrimitiveTypeName.BINARY).as(LogicalTypeAnnotation.stringType());
            case WHOLE -> Types.optional(PrimitiveTypeName.INT32);
            case NUMBER -> Types.optional(PrimitiveTypeName.DOUBLE);
            case TRUTH -> Types.optional(PrimitiveTypeName.BOOLEAN);
            case DAY ->
                Types.optional(PrimitiveTypeName.INT32).as(LogicalTypeAnnotation.dateType());
            case MOMENT ->
                Types.optional(PrimitiveTypeName.INT64)
                    .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS));
          };
      return type.named(column.name());
    }

    @Override
    public void prepareForWrite(RecordConsumer newConsumer) {
      consumer = newConsumer;
    }

    @Override
    public void write(List<@Nullable String> row) {
      consumer.startMessage();
      for (int field = 0; field < cells.size(); field++) {
        Cell cell = cells.get(field);
        String value = row.get(cell.place());
        if (value != null) {
          consumer.startField(cell.column().name(), field);
          add(cell.column().type(), value);
          consumer.endField(cell.column().name(), field);
        }
      }
      consumer.endMessage();
    }

    private void add(ColumnType type, String value) {
      switch (type) {
        case TEXT -> consumer.addBinary(Binary.fromString(value));
        case WHOLE -> consumer.addInteger(Integer.parseInt(value));
        case NUMBER -> consumer.addDouble(Double.parseDouble(value));
        case TRUTH -> consumer.addBoolean(Boolean.parseBoolean(value));
        case DAY -> consumer.addInteger(Math.toIntExact(LocalDate.parse(value).toEpochDay()));
        case MOMENT ->
            consumer.addLong(ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(value)));
      }
    }
  }

  /** The codec, without Hadoop around it. */
  private static final class ZstdCodec implements CompressionCodecFactory {
    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
      return new BytesInputCompressor() {
        @Override
        public BytesInput compress(BytesInput bytes) throws IOException {
          ByteArrayOutputStream plain = new ByteArrayOutputStream(Math.toIntExact(bytes.size()));
          bytes.writeAllTo(plain);
          return BytesInput.from(Zstd.compress(plain.toByteArray()));
        }

        @Override
        public CompressionCodecName getCodecName() {
          return codec;
        }

        @Override
        public void release() {}
      };
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
      throw new UnsupportedOperationException("the export only writes");
    }

    @Override
    public void release() {}
  }
}
