package org.otklik.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.java.typeutils.PojoTypeInfo;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.otklik.jobs.export.DayCell;
import org.otklik.jobs.export.ExportReceipt;
import org.otklik.jobs.export.TableRow;
import org.otklik.jobs.heat.CellChange;
import org.otklik.jobs.heat.Contribution;
import org.otklik.jobs.heat.HeatCell;
import org.otklik.jobs.index.IndexRecord;
import org.otklik.jobs.posts.ChannelAccount;
import org.otklik.jobs.posts.Fate;
import org.otklik.jobs.posts.ReceivedPost;
import org.otklik.jobs.posts.SeenVersions;
import org.otklik.jobs.spread.Membership;
import org.otklik.jobs.spread.Spread;
import org.otklik.jobs.spread.SpreadChange;
import org.otklik.models.analysis.AnalyzedPost;
import org.otklik.models.misinformation.Fingerprint;
import org.otklik.models.place.CommunityHome;

/**
 * Everything that travels between operators or lies in state has an evolvable serializer: none
 * falls to Kryo.
 */
class RecordTypesTest {
  static Stream<Class<?>> travelling() {
    return Stream.of(
        RawRecord.class,
        DeadLetter.class,
        Document.class,
        ReceivedPost.class,
        AnalyzedPost.class,
        Fate.class,
        SeenVersions.class,
        ChannelAccount.class,
        CommunityHome.class,
        CellChange.class,
        Contribution.class,
        HeatCell.class,
        Decision.class,
        ClaimChange.class,
        AlertEvent.class,
        IndexRecord.class,
        TableRow.class,
        DayCell.class,
        ExportReceipt.class,
        Fingerprint.class,
        Membership.class,
        SpreadChange.class,
        Spread.class);
  }

  @ParameterizedTest
  @MethodSource("travelling")
  void needsNoKryo(Class<?> type) {
    TypeInformation<?> information = TypeInformation.of(type);

    assertThat(information).isInstanceOf(PojoTypeInfo.class);
    information.createSerializer(
        new SerializerConfigImpl(new Configuration().set(PipelineOptions.GENERIC_TYPES, false)));
  }

  @Test
  void survivesSerializationWithAbsentParts() throws Exception {
    AnalyzedPost analyzed = TestPosts.analyzed(TestPosts.post("1", "Яма"), "roads", null);
    TypeSerializer<AnalyzedPost> serializer =
        TypeInformation.of(AnalyzedPost.class)
            .createSerializer(
                new SerializerConfigImpl(
                    new Configuration().set(PipelineOptions.GENERIC_TYPES, false)));
    DataOutputSerializer out = new DataOutputSerializer(512);
    serializer.serialize(analyzed, out);

    assertThat(serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer())))
        .isEqualTo(analyzed);
  }

  @Test
  void survivesJson() throws Exception {
    AnalyzedPost analyzed =
        TestPosts.analyzed(TestPosts.post("1", "Яма"), "roads", "Холмский")
            .examined(1, TestPosts.suspicion("water"));

    assertThat(Json.read(Json.bytes(analyzed), AnalyzedPost.class)).isEqualTo(analyzed);
  }
}
