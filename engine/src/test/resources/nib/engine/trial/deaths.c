#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

double follow(double address) {
  printf("about to crash");
  return *(volatile int *)(uintptr_t)address;
}

static int deeper(int *n) {
  int more[64] = {*n};
  return *n == 0 ? 0 : deeper(more) + more[1];
}

double recurse(double n) {
  int start = (int)n;
  return deeper(&start);
}

double large_frame(void) {
  volatile char large[6 << 20];
  large[0] = 3;
  large[sizeof large - 1] = 4;
  return large[0] + large[sizeof large - 1];
}

double divide_by_zero(double n) {
  volatile int zero = 0;
  return (int)(n + 10) / zero;
}

double trap(void) { __builtin_trap(); }

double give_up(void) {
  printf("giving up");
  abort();
}

double send(double number) {
  raise((int)number);
  return 0;
}

pen_string *not_from_malloc(void) {
  static struct { intptr_t count; size_t length; char bytes[8]; } local = {0, 5, "hello"};
  return (pen_string *)&local.length;
}

double damage(void) {
  char *one = malloc(2000);
  char *two = malloc(2000);
  char *three = malloc(2000);
  memset(one, 0xff, 2100);
  free(two);
  free(three);
  return 1;
}

double leave(double status) {
  printf("leaving");
  exit((int)status);
}

extern double exported_by_pen(double);
double (*volatile in_a_table)(double) = exported_by_pen;
double reach(double there) { return there != 0 ? in_a_table(1) + exported_by_pen(1) : 1; }

double spin(double forever) {
  printf("spinning");
  while (forever != 0) {
  }
  return 0;
}

double hoard(void) {
  for (;;) {
    char *more = malloc(64 << 20);
    if (more == NULL) {
      fprintf(stderr, "no more memory");
      abort();
    }
    memset(more, 1, 64 << 20);
  }
}

double flood(double bytes) {
  char line[1000];
  memset(line, '~', sizeof line);
  puts("start");
  for (double written = 0; written < bytes; written += sizeof line)
    fwrite(line, 1, sizeof line, stdout);
  puts("\nend");
  return 0;
}

double close_streams(void) {
  close(0);
  close(1);
  close(2);
  return 5;
}

double close_everything(void) {
  for (int file = 0; file < 1024; file++) close(file);
  return 5;
}

double both(void) {
  printf("out ");
  fprintf(stderr, "err");
  return 0;
}

pen_string *go(pen_string *where) {
  char from[4096], to[4096] = {0};
  memcpy(to, where->bytes, length_of(where));
  drop(where);
  getcwd(from, sizeof from);
  chdir(to);
  return make(from, strlen(from));
}

double fork_and_return(void) { return fork(); }

static int child(void) {
  int id = fork();
  if (id == 0) {
    pause();
    _exit(0);
  }
  return id;
}

double leave_a_child_behind(void) { return child(); }

double leave_a_child_and_crash(void) {
  printf("%d\n", child());
  return *(volatile int *)0;
}
