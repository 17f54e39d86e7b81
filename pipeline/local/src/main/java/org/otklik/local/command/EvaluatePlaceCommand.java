package org.otklik.local.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.otklik.models.place.Gazetteer;
import org.otklik.models.place.Place;
import org.otklik.models.place.PlaceQuery;
import org.otklik.models.place.PlaceResolver;
import org.otklik.models.region.Region;
import org.otklik.models.region.RegionFiles;
import org.otklik.models.text.PersonalDataMasker;
import org.otklik.models.training.PlaceEvaluation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code otklik evaluate place}: how well places are found in messages whose place is known. */
@Command(
    name = "place",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Judges place resolution by a tab-separated file with a header line and the columns text and municipality, and where",
      "they are there id, region, community, settlement, street, difficulty. A municipality that is empty, «-» or «outside»",
      "says that none is to be told. Prints accuracy overall, by difficulty and municipality, and the reasons of the misses."
    })
public final class EvaluatePlaceCommand implements Callable<Integer> {
  private static final int TEXT_SHOWN = 160;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "FILE",
      description = "The messages and their places.")
  private Path data;

  @Option(
      names = "--region",
      required = true,
      paramLabel = "REGION",
      description =
          "Id of a region, or a key of the gazetteer without a region's file; other rows are passed over.")
  private String regionId;

  @Option(
      names = "--gazetteer",
      paramLabel = "DIR",
      description = "The gazetteer. Default: gazetteer of the configuration folder.")
  private @Nullable Path gazetteer;

  @Option(
      names = "--misses",
      defaultValue = "0",
      paramLabel = "N",
      description = "Shows the first N wrong answers, personal data masked.")
  private int misses;

  @Mixin private ConfigurationOption configuration;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (!Files.isReadable(data)) {
      throw new UserError("--data: there is no readable file " + data);
    }
    Path folder = configuration.folder();
    Region region =
        new RegionFiles(folder).ids().contains(regionId) ? configuration.region(regionId) : null;
    String key = region == null ? regionId : region.gazetteer();
    PlaceResolver resolver =
        new PlaceResolver(
            Gazetteer.load(gazetteer == null ? folder.resolve("gazetteer") : gazetteer, key), key);
    PlaceEvaluation evaluation =
        PlaceEvaluation.of(
            data,
            regionId,
            (id, text, community) ->
                resolver.resolve(
                    PlaceQuery.of(
                        PersonalDataMasker.mask(text), home(region, resolver, community))));
    PrintWriter out = spec.commandLine().getOut();
    out.println(evaluation.markdown());
    evaluation.misses().stream().limit(misses).forEach(miss -> out.println(line(miss)));
    return 0;
  }

  private static @Nullable String home(
      @Nullable Region region, PlaceResolver resolver, @Nullable String community) {
    if (community == null) {
      return null;
    }
    return region != null && region.knowsCommunity("", null, community)
        ? region.communityHome("", null, community)
        : resolver.homeOf(community).orElse(null);
  }

  private static String line(PlaceEvaluation.Miss miss) {
    Place place = miss.found();
    String text = PersonalDataMasker.mask(miss.text()).replaceAll("\\s+", " ");
    return String.join(
        "\t",
        miss.id(),
        miss.reason(),
        "wanted " + (miss.wanted().isEmpty() ? "none" : miss.wanted()),
        "found " + (place.municipality() == null ? place.precision() : place.municipality()),
        String.valueOf(place.evidence()),
        text.length() > TEXT_SHOWN ? text.substring(0, TEXT_SHOWN) + "…" : text);
  }
}
