package org.otklik.local.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.otklik.models.place.importing.BoundingBox;
import org.otklik.models.place.importing.GazetteerFiles;
import org.otklik.models.place.importing.ImportRequest;
import org.otklik.models.place.importing.ImportedRegion;
import org.otklik.models.place.importing.RegionImport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code otklik gazetteer import}: adds a region's places from public data. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Adds the municipalities and settlements of a region to config/gazetteer/*.tsv, from any of the sources below;",
      "what several of them tell of one settlement is put together. A settlement's municipality is the one that the",
      "source states, else the one whose boundary holds its point, else (without boundaries) the nearest one.",
      "Rows of other regions are not touched. See config/gazetteer/README.md for the sources and how to get them."
    })
public final class GazetteerImportCommand implements Callable<Integer> {
  private static final int REASONS_SHOWN = 20;

  @Option(
      names = "--region",
      required = true,
      paramLabel = "KEY",
      description =
          "Key of the region in the first column of the gazetteer, for example kursk; in tables with a column"
              + " «region» only its rows are read.")
  private String region;

  @Option(
      names = "--municipalities",
      paramLabel = "FILE",
      description =
          "Table of municipalities (CSV or TSV): municipality, official_name, seat, population, lat, lon.")
  private List<Path> municipalities = new ArrayList<>();

  @Option(
      names = "--settlements",
      paramLabel = "FILE",
      description =
          "Table of settlements (CSV or TSV): name, municipality, type, population, lat, lon.")
  private List<Path> settlements = new ArrayList<>();

  @Option(
      names = "--oktmo",
      paramLabel = "FILE",
      description = "Table of ОКТМО (CSV or TSV): code, name, centre.")
  private List<Path> oktmo = new ArrayList<>();

  @Option(
      names = "--oktmo-prefix",
      paramLabel = "DIGITS",
      defaultValue = "",
      description = "Digits that the region's codes begin with, for example 38; default: all rows.")
  private String oktmoPrefix;

  @Option(
      names = "--osm",
      paramLabel = "FILE",
      description =
          "Place nodes of OpenStreetMap: GeoJSON of osmium export, or a table name, place, population, lat, lon.")
  private List<Path> osm = new ArrayList<>();

  @Option(
      names = "--geonames",
      paramLabel = "FILE",
      description = "Dump of GeoNames, such as RU.txt.")
  private List<Path> geoNames = new ArrayList<>();

  @Option(
      names = "--admin1",
      paramLabel = "CODE",
      description = "GeoNames' code of the region, for example 41 for Kursk.")
  private @Nullable String admin1;

  @Option(
      names = "--bbox",
      paramLabel = "S,W,N,E",
      description = "Points of OpenStreetMap and GeoNames outside of this box are passed over.")
  private @Nullable String box;

  @Option(
      names = "--boundaries",
      paramLabel = "FILE",
      description =
          "GeoJSON of polygons with the property «municipality»; points outside of all are passed over.")
  private @Nullable Path boundaries;

  @Option(
      names = "--replace",
      description =
          "The region's present rows give way. Without it they stay, and only places that they lack are added.")
  private boolean replace;

  @Option(
      names = "--to",
      paramLabel = "DIR",
      description = "Folder of the gazetteer. Default: gazetteer of the configuration folder.")
  private @Nullable Path target;

  @Option(
      names = "--dry-run",
      description = "Only tells what would be imported; nothing is written.")
  private boolean dryRun;

  @Mixin private ConfigurationOption configuration;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    ImportedRegion imported =
        RegionImport.run(
            new ImportRequest(
                region,
                municipalities,
                settlements,
                oktmo,
                oktmoPrefix,
                osm,
                geoNames,
                admin1,
                box == null ? null : BoundingBox.parse(box),
                boundaries));
    PrintWriter out = spec.commandLine().getOut();
    tell(imported, out);
    if (dryRun) {
      out.println("Nothing was written (--dry-run).");
      return 0;
    }
    Path folder = target == null ? configuration.folder().resolve("gazetteer") : target;
    for (Map.Entry<String, GazetteerFiles.Change> change :
        GazetteerFiles.merge(folder, imported, replace).entrySet()) {
      out.printf(
          "%s: %d rows added, %d kept, %d removed%n",
          folder.resolve(change.getKey()),
          change.getValue().added(),
          change.getValue().kept(),
          change.getValue().removed());
    }
    return 0;
  }

  private static void tell(ImportedRegion imported, PrintWriter out) {
    out.printf(
        "%s: %d municipalities, %d settlements (%d with a point of their own), %d other names%n",
        imported.region(),
        imported.municipalities().size(),
        imported.settlements().size(),
        imported.withPoint(),
        imported.aliases().size());
    ImportedRegion.PlacedBy placedBy = imported.placedBy();
    out.printf(
        "municipality by: the source's statement %d, boundary %d, places of the same name %d, nearest %d%n",
        placedBy.statement(), placedBy.boundary(), placedBy.name(), placedBy.nearest());
    out.printf("points outside of the region, passed over: %d%n", imported.outside());
    out.printf("could not be placed: %d%n", imported.unplaced().size());
    imported.unplaced().stream().limit(REASONS_SHOWN).forEach(line -> out.println("  " + line));
    if (imported.unplaced().size() > REASONS_SHOWN) {
      out.printf("  … and %d more%n", imported.unplaced().size() - REASONS_SHOWN);
    }
  }
}
