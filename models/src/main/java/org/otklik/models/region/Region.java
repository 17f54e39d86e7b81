package org.otklik.models.region;

import java.io.Serializable;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One region (or city) and its centre: who answers for which theme, which municipalities it has and
 * which public communities are read. Comes from {@code config/regions/<id>.yaml}; each key is
 * explained there and in {@code region.schema.json}.
 *
 * @param id the file's name without its ending
 * @param name the name that people use
 * @param decree the legal act that the blocks were taken from
 * @param timeZone zone in which days, working hours and dates without a zone are understood
 * @param gazetteer key of the rows in {@code config/gazetteer/*.tsv} that belong to the region
 * @param boundaries path of a GeoJSON with the boundaries of the municipalities, relative to the
 *     configuration folder; null where there is none, see {@link RegionFiles#boundaries}
 * @param bodies authorities that answer
 * @param blocks sector blocks: themes and the bodies that answer for them
 * @param municipalities municipalities of the region
 * @param communities public communities that are read
 * @param officialPages pages whose comments are official replies
 */
public record Region(
    String id,
    String name,
    String decree,
    ZoneId timeZone,
    String gazetteer,
    @Nullable String boundaries,
    List<Body> bodies,
    List<Block> blocks,
    List<Municipality> municipalities,
    List<Community> communities,
    List<OfficialPage> officialPages)
    implements Serializable {

  /**
   * An authority.
   *
   * @param id its id within the file
   * @param name its name as in the decree
   */
  public record Body(String id, String name) implements Serializable {}

  /**
   * A sector block.
   *
   * @param title the block's name in the decree's words
   * @param themes ids of the themes it answers for
   * @param bodies ids of the bodies that answer
   * @param lead the post of its lead, never a person's name; null where the decree names none
   */
  public record Block(String title, List<String> themes, List<String> bodies, @Nullable String lead)
      implements Serializable {}

  /**
   * A municipality.
   *
   * @param name short name, used everywhere as its key
   * @param officialName full official name, if known
   * @param seat its administrative centre, if known
   * @param centroid a point in the middle of it
   * @param population inhabitants, if known for certain
   */
  public record Municipality(
      String name,
      @Nullable String officialName,
      @Nullable String seat,
      Point centroid,
      @Nullable Integer population)
      implements Serializable {}

  /**
   * A point on the map.
   *
   * @param lat degrees north
   * @param lon degrees east
   */
  public record Point(double lat, double lon) implements Serializable {}

  /**
   * A public community.
   *
   * @param channel the channel it is in
   * @param id its native id there
   * @param name its name
   * @param home the municipality that it is about; null for the whole region
   */
  public record Community(String channel, String id, String name, @Nullable String home)
      implements Serializable {}

  /**
   * A page of an authority.
   *
   * @param channel the channel it is in
   * @param id its native id there
   * @param name its name
   * @param body id of the body it speaks for, if one is known
   */
  public record OfficialPage(String channel, String id, String name, @Nullable String body)
      implements Serializable {}

  /** The municipality of that name. */
  public Optional<Municipality> municipality(String wanted) {
    return municipalities.stream().filter(m -> m.name().equals(wanted)).findFirst();
  }

  /** True for a community of the region's file, known by its id or else by its name. */
  public boolean knowsCommunity(
      String channel, @Nullable String communityId, @Nullable String communityName) {
    return community(channel, communityId, communityName).isPresent();
  }

  /** Home of a community of the region's file; null when it has none or is not in the file. */
  public @Nullable String communityHome(
      String channel, @Nullable String communityId, @Nullable String communityName) {
    return community(channel, communityId, communityName).map(Community::home).orElse(null);
  }

  /** A community of the region's file, known by its id or else by its name. */
  public Optional<Community> community(
      String channel, @Nullable String communityId, @Nullable String communityName) {
    return communities.stream()
        .filter(
            community -> community.channel().equals(channel) && community.id().equals(communityId))
        .findFirst()
        .or(
            () ->
                communities.stream()
                    .filter(
                        community ->
                            community.name().equalsIgnoreCase(communityName)
                                || community.id().equals(communityName))
                    .findFirst());
  }

  /** True for an official page of the region. */
  public boolean isOfficialPage(String channel, @Nullable String pageId) {
    return officialPages.stream()
        .anyMatch(page -> page.channel().equals(channel) && page.id().equals(pageId));
  }
}
