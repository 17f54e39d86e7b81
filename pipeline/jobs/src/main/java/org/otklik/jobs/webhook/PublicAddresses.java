package org.otklik.jobs.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves host names to public addresses and refuses all others, so that nobody can make us call
 * our own servers (server-side request forgery). It is the connection's own resolver: what it
 * returns is what is connected to, there is no second look-up in between that could answer
 * otherwise (DNS rebinding). A name that has one refused address is refused as a whole.
 *
 * <p>The ranges are those that the IANA registries of special-purpose addresses (RFC 6890) do not
 * call globally reachable, and the IPv6 ranges that carry an IPv4 address within: a name server may
 * answer with such a one, and the system connects to the IPv4 address.
 */
final class PublicAddresses implements DnsResolver {
  private static final List<Range> REFUSED =
      List.of(
          Range.of("0.0.0.0", 8), // this network
          Range.of("10.0.0.0", 8), // private
          Range.of("100.64.0.0", 10), // shared by carriers
          Range.of("127.0.0.0", 8), // loopback
          Range.of("169.254.0.0", 16), // link-local, clouds' metadata
          Range.of("172.16.0.0", 12), // private
          Range.of("192.0.0.0", 24), // protocol assignments
          Range.of("192.0.2.0", 24), // documentation
          Range.of("192.88.99.0", 24), // 6to4 relays
          Range.of("192.168.0.0", 16), // private
          Range.of("198.18.0.0", 15), // benchmarks
          Range.of("198.51.100.0", 24), // documentation
          Range.of("203.0.113.0", 24), // documentation
          Range.of("224.0.0.0", 3), // multicast, reserved, broadcast
          Range.of("::", 8), // unspecified, loopback; carry an IPv4 address: mapped, NAT64 and more
          Range.of("100::", 64), // discard
          Range.of("2001::", 23), // protocol assignments, Teredo
          Range.of("2001:db8::", 32), // documentation
          Range.of("2002::", 16), // 6to4: carries an IPv4 address
          Range.of("3fff::", 20), // documentation
          Range.of("5f00::", 16), // segment routing
          Range.of("fc00::", 7), // unique-local
          Range.of("fe80::", 9), // link-local and the old site-local
          Range.of("ff00::", 8)); // multicast

  private final DnsResolver resolver;

  /**
   * @param resolver asked for each name
   */
  PublicAddresses(DnsResolver resolver) {
    this.resolver = resolver;
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] addresses = resolver.resolve(host);
    for (InetAddress address : addresses) {
      if (!isPublic(address)) {
        throw new RefusedAddress(host);
      }
    }
    return addresses;
  }

  @Override
  public String resolveCanonicalHostname(String host) throws UnknownHostException {
    return resolver.resolveCanonicalHostname(host);
  }

  static boolean isPublic(InetAddress address) {
    return REFUSED.stream().noneMatch(range -> range.holds(address));
  }

  /** The message does not tell the address: where a name leads inside is nobody's business. */
  static final class RefusedAddress extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    RefusedAddress(String host) {
      super(
          host
              + " leads to an address that is not public: set allow-private of the recipient if"
              + " that is right");
    }
  }

  private record Range(byte[] network, int bits) {
    static Range of(String network, int bits) {
      try {
        return new Range(InetAddress.getByName(network).getAddress(), bits);
      } catch (UnknownHostException e) {
        throw new IllegalStateException("an address in digits is never looked up", e);
      }
    }

    boolean holds(InetAddress address) {
      byte[] bytes = address.getAddress();
      if (bytes.length != network.length) {
        return false;
      }
      int whole = bits / 8;
      for (int i = 0; i < whole; i++) {
        if (bytes[i] != network[i]) {
          return false;
        }
      }
      int rest = bits % 8;
      return rest == 0 || ((bytes[whole] ^ network[whole]) & 0xFF) >> (8 - rest) == 0;
    }
  }
}
