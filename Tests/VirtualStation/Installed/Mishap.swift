/// What ends the agent, or has the service manager's watchdog end it, as the guest's shell does it; `$was` is its process.
enum Mishap: String, CaseIterable {
  case crash = "kill -KILL $was"
  /// Its reading thread alone stands still: in a frozen group of threads of the service's own group.
  case hang = """
    group=/sys/fs/cgroup/system.slice/scangate.service/frozen; mkdir $group; echo threaded >$group/cgroup.type; \
    grep -lx scangate-read /proc/$was/task/*/comm | cut -d / -f 5 >$group/cgroup.threads; echo 1 >$group/cgroup.freeze
    """
}
