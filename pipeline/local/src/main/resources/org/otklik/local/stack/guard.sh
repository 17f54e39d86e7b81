# guard.sh SECONDS COMMAND…: runs a server that must not outlive the program which started it.
#
# Standard input is a pipe whose other end that program alone holds, so it ends when the program does, even by SIGKILL.
#   end of input   the server is asked to stop (SIGTERM), and killed if it has not after SECONDS
#   line "kill"    it is killed at once
# There are two shells: the guard has a process group of its own, so that a signal to the group of the program
# (Ctrl-C, a supervisor's kill) does not end it before it has ended the server.
set -m # each background job gets a process group of its own
trap : HUP INT TERM

guard() {
  set -m
  trap : HUP INT TERM
  local grace=$1 server listener
  shift
  "$@" </dev/null 2>&1 & # standard error is the guard's own, which goes nowhere
  server=$!

  alive() { kill -0 -- "-$server"; }

  finish() { # waits for the server's whole group, and kills what is left of it
    local tenths
    for ((tenths = 0; tenths < grace * 10; tenths++)); do
      alive || return
      sleep 0.1
    done
    kill -KILL -- "-$server"
  }

  {
    while read -r word; do
      [[ $word == kill ]] && kill -KILL -- "-$server"
    done
    kill -TERM -- "-$server"
    finish
  } <&0 &
  listener=$!

  while kill -0 "$server"; do wait "$server"; done # a signal interrupts wait
  finish
  kill -KILL -- "-$listener"
} 2>/dev/null

guard "$@" <&0 &
guard=$!
while kill -0 "$guard" 2>/dev/null; do wait "$guard" 2>/dev/null; done
